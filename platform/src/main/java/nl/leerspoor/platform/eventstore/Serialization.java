package nl.leerspoor.platform.eventstore;

import java.util.Optional;
import nl.leerspoor.platform.personaldata.PersonOpening;
import nl.leerspoor.platform.personaldata.PersonSealing;
import nl.leerspoor.platform.personaldata.PersonalDataReading;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** What is written as JSON, and by whom: events by their catalogue, tokens by Axon's own serializer. */
@Configuration(proxyBeanMethods = false)
@Import(PersonalDataReading.class)
public class Serialization {

    /** For tracking tokens. Axon 4.13.0 can't read its own replay token back unless its classes are allowed by name. */
    @Bean
    @Primary
    Serializer generalSerializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }

    /** For all who decide, count and show: none of it depends on personal data, so these stay sealed. */
    @Bean
    @Qualifier("eventSerializer")
    CatalogueSerializer eventSerializer(Optional<PersonSealing> sealing) {
        return CatalogueSerializer.leavingSealed(sealing);
    }

    /** For those who answer questions about a person. */
    @Bean
    @Qualifier("openingSerializer")
    CatalogueSerializer openingSerializer(PersonOpening opening) {
        return CatalogueSerializer.opening(opening);
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return new CatalogueSerializer();
    }
}
