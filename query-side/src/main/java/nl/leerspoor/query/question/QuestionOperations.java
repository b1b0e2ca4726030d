package nl.leerspoor.query.question;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Optional;
import nl.leerspoor.platform.openapi.ProblemAnswers;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;

/** Describes what the questions share: a tag and 304, and of a list its parameters, its links and its files. */
@Component
class QuestionOperations implements GlobalOperationCustomizer {

    static {
        // what somebody may see is no parameter
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Scope.class);
    }

    private final Lists lists;

    QuestionOperations(Lists lists) {
        this.lists = lists;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Optional<ListMapping> mapping = Optional.ofNullable(method.getMethodAnnotation(ListMapping.class));
        Optional<ListQuestion<?>> list = mapping.flatMap(at -> lists.at(at.value()));
        list.ifPresent(asked -> ListDescription.parameters(operation, asked));
        mapping.ifPresent(at -> ListDescription.files(operation));
        boolean revalidated = Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == ServletWebRequest.class);
        if (revalidated || list.isPresent()) {
            describe(operation);
        }
        return operation;
    }

    private static void describe(Operation operation) {
        ApiResponse answer = operation.getResponses().get("200").addHeaderObject("ETag", ProblemAnswers.header("ETag"));
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "cursor".equals(parameter.getName()))) {
            answer.addHeaderObject("Link", link());
        }
        operation.addParametersItem(ifNoneMatch());
        operation
                .getResponses()
                .addApiResponse(
                        "304",
                        new ApiResponse()
                                .description("Het antwoord is nog hetzelfde als dat met deze ETag.")
                                .addHeaderObject("ETag", ProblemAnswers.header("ETag")));
    }

    private static Parameter ifNoneMatch() {
        return new Parameter()
                .in("header")
                .name("If-None-Match")
                .required(false)
                .description("De ETag van een eerder antwoord; is er niets veranderd, dan volgt 304.")
                .schema(text(200))
                .example("\"17\"");
    }

    private static Header link() {
        return new Header()
                .description("De volgende en de vorige bladzijde, volgens RFC 8288; wat ontbreekt, is er niet.")
                .schema(text(4000))
                .example("</v1/trajectories?limit=50&cursor=QUZURVI>; rel=\"next\"");
    }

    private static Schema<?> text(int longest) {
        return new JsonSchema().typesItem("string").maxLength(longest);
    }
}
