package nl.leerspoor.query;

import nl.leerspoor.platform.eventstore.Following;
import nl.leerspoor.platform.eventstore.Serialization;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The reading side as one importable configuration: projects events, answers questions over HTTP. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = QueryApplication.class))
@Import({Serialization.class, Following.class})
public class QuerySide {}
