package nl.leerspoor.query.question;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import nl.leerspoor.platform.http.Paging;

/** Describes the parameters of a list and the forms of its answer, as its declaration says them. */
final class ListDescription {

    private static final String OF_FILES = " Niet bij een bestand: dat is altijd heel.";

    private ListDescription() {}

    static void parameters(Operation operation, ListQuestion<?> list) {
        ListAsked.filters(list)
                .forEach(filter -> operation.addParametersItem(parameter(
                        filter.name(), filter.description(), filter.form().schema())));
        if (list.dated()) {
            operation.addParametersItem(parameter("validOn", Described.VALID_ON, text(10).format("date")));
            operation.addParametersItem(parameter("knownOn", Described.KNOWN_ON, text(40)));
        }
        operation.addParametersItem(parameter("minPosition", Described.MIN_POSITION, number("int64")));
        operation.addParametersItem(parameter("sort", Described.SORT, orders(list)));
        operation.addParametersItem(parameter(Paging.CURSOR, Described.CURSOR + OF_FILES, text(2000)));
        operation.addParametersItem(parameter(Paging.LIMIT, Described.LIMIT + OF_FILES, limit()));
    }

    static void files(Operation operation) {
        var answer = operation.getResponses().get("200");
        MediaType page = answer.getContent().get(ListFormat.JSON.type().toString());
        Content content = new Content().addMediaType(ListFormat.JSON.type().toString(), page);
        content.addMediaType(
                ListFormat.CSV.type().toString(),
                new MediaType()
                        .schema(new JsonSchema()
                                .typesItem("string")
                                .description("De hele lijst in UTF-8 met BOM; puntkomma's ertussen, of komma's met"
                                        + " `Accept-Language: en`.")));
        content.addMediaType(
                ListFormat.NDJSON.type().toString(),
                new MediaType()
                        .schema(new JsonSchema()
                                .typesItem("string")
                                .description("De hele lijst, op iedere regel één item.")));
        answer.content(content);
        answer.addHeaderObject(
                "Content-Disposition",
                new Header().description("De naam van een bestand.").schema(text(300)));
    }

    private static Parameter parameter(String name, String description, Schema<?> schema) {
        return new Parameter()
                .in("query")
                .name(name)
                .required(false)
                .description(description)
                .schema(schema);
    }

    private static Schema<?> orders(ListQuestion<?> list) {
        var schema = new JsonSchema();
        schema.typesItem("string");
        schema.setEnum(List.copyOf(ListAsked.orders(list)));
        schema.setDefault(list.sorts().getFirst().name());
        return schema;
    }

    private static Schema<?> limit() {
        Schema<?> schema = number("int32");
        schema.setMinimum(java.math.BigDecimal.ONE);
        schema.setMaximum(java.math.BigDecimal.valueOf(Paging.MOST));
        schema.setDefault(Paging.DEFAULT_LIMIT);
        return schema;
    }

    private static Schema<?> number(String format) {
        return new JsonSchema().typesItem("integer").format(format);
    }

    private static Schema<?> text(int longest) {
        return new JsonSchema().typesItem("string").maxLength(longest);
    }
}
