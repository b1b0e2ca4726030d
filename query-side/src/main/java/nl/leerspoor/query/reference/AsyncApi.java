package nl.leerspoor.query.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The AsyncAPI document of the running program, open to everybody as the OpenAPI document is. */
@RestController
@Tag(name = "events")
class AsyncApi {

    private final byte[] document;

    AsyncApi(
            @Value("${leerspoor.public-url}") String url,
            @Value("${leerspoor.events.source}") String source,
            @Value("${leerspoor.kafka.topic-prefix}") String topicPrefix,
            JsonMapper json) {
        this.document = json.writeValueAsBytes(new Channels(url, source, topicPrefix).document());
    }

    @GetMapping("/v1/asyncapi.json")
    @Operation(
            operationId = "getAsyncApi",
            summary = "De kanalen van gepubliceerde gebeurtenissen, als AsyncAPI 3.0",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Het document",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object", implementation = Object.class))))
    byte[] document() {
        return document;
    }
}
