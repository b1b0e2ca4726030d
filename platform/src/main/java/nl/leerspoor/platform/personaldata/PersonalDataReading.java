package nl.leerspoor.platform.personaldata;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What both sides open personal data with. Each side has a login that reads keys; in one process, either will do. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PersonalDataProperties.class)
public class PersonalDataReading {

    @Bean
    OutsideKeys outsideKeys(PersonalDataProperties files, ObjectProvider<PersonKeys> keys) {
        return OutsideKeys.read(files, keys.stream().findFirst().orElseThrow());
    }

    @Bean
    SecretSealing secretSealing(OutsideKeys outside) {
        return new SecretSealing(outside.encryption());
    }

    @Bean
    PersonOpening opening(OutsideKeys outside, ObjectProvider<PersonKeys> keys) {
        return new PersonOpening(outside.encryption(), keys.stream().findFirst().orElseThrow());
    }
}
