package nl.leerspoor.platform.personaldata;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import nl.leerspoor.platform.sealing.ProofKeys;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the command side seals personal data with, and how it keeps their keys. */
@Configuration(proxyBeanMethods = false)
public class PersonalDataWriting {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    @Bean
    ShredRegister shredRegister(PersonalDataProperties files, ProofKeys proof, Clock clock) {
        return ShredRegister.in(files.shredRegister(), proof.codes(), clock);
    }

    @Bean
    PersonSealing sealing(
            OutsideKeys outside,
            @Qualifier("commandPersonKeys") PersonKeys keys,
            KeyKeeping keeping,
            ShredRegister register) {
        return new PersonSealing(outside.encryption(), keys, keeping, register);
    }

    @Bean
    RotatingAtStart rotatingAtStart(OutsideKeys outside, @Qualifier("keysDataSource") DataSource login) {
        return new RotatingAtStart(outside.encryption().map(keys -> new KeyRotation(keys, login)), AGAIN);
    }
}
