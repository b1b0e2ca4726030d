package nl.leerspoor.command;

import nl.leerspoor.platform.eventstore.AppendingEventStore;
import nl.leerspoor.platform.eventstore.Following;
import nl.leerspoor.platform.eventstore.Serialization;
import nl.leerspoor.platform.personaldata.PersonalDataWriting;
import nl.leerspoor.platform.sealing.Sealing;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The writing side as one importable configuration: decides, appends, answers to commands over HTTP. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CommandApplication.class))
@Import({Serialization.class, AppendingEventStore.class, Following.class, Sealing.class, PersonalDataWriting.class})
public class CommandSide {}
