package nl.leerspoor.platform.personaldata;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the command side seals personal data with, and how it keeps their keys. */
@Configuration(proxyBeanMethods = false)
public class PersonalDataWriting {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    @Bean
    PersonSealing sealing(OutsideKeys outside, @Qualifier("commandPersonKeys") PersonKeys keys, KeyKeeping keeping) {
        return new PersonSealing(outside.encryption(), keys, keeping);
    }

    @Bean
    RotatingAtStart rotatingAtStart(OutsideKeys outside, @Qualifier("keysDataSource") DataSource login) {
        return new RotatingAtStart(outside.encryption().map(keys -> new KeyRotation(keys, login)), AGAIN);
    }
}
