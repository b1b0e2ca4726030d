package nl.leerspoor.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.TreeMap;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.http.Http;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The OpenAPI document of the running program: what it is, and what every operation has in common. The NL API Design
 * Rules want the version of the API in the address of the server, not in the paths.
 */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

    private static final String BASE = "/v1";
    private static final String TOKEN = "accessToken";

    /** Whoever meets a problem or a published event may read what it means. */
    private static final List<String> OPEN =
            List.of(BASE + "/problems", BASE + "/event-types", BASE + "/asyncapi.json");

    private static final String ABOUT = """
            Administratie van praktijkleren met de praktijkverklaring. Opdrachten leggen feiten vast; vragen geven \
            antwoord voor elke peildatum (`validOn`), zoals bekend op elke kennisdatum (`knownOn`). Namen in de API \
            zijn Engelse termen uit de woordenlijst; beschrijvingen en problemen zijn Nederlands, of Engels met \
            `Accept-Language: en`. Een fout is een probleem volgens RFC 9457 met een vaste `code`; zie `/problems`.""";

    static {
        // who asks is told by the token, not by a parameter
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Identity.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Leerspoor")
                        .version(Http.API_VERSION)
                        .description(ABOUT)
                        .contact(new Contact()
                                .name("Team Leerspoor")
                                .email("leerspoor@example.org")
                                .url("https://leerspoor.example.org/vragen"))
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url(BASE).description("Deze installatie")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description(
                                                "Een toegangsbewijs van de aanbieder van identiteiten (RFC 9068).")))
                .security(List.of(new SecurityRequirement().addList(TOKEN)));
    }

    @Bean
    GlobalOpenApiCustomizer commonParts() {
        return api -> {
            ProblemAnswers.declare(api.getComponents());
            Paths paths = new Paths();
            new TreeMap<>(api.getPaths()).forEach((path, item) -> {
                item.readOperations().forEach(operation -> complete(path, operation));
                paths.addPathItem(path.substring(BASE.length()), item);
            });
            api.setPaths(paths);
            api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
        };
    }

    private static void complete(String path, Operation operation) {
        boolean named = path.contains("{");
        if (OPEN.stream().anyMatch(path::startsWith)) {
            operation.setSecurity(List.of());
        } else {
            ProblemAnswers.addOfUnknownCallers(operation);
        }
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        ProblemAnswers.add(operation, named, !parameters.isEmpty());
        operation.getResponses().forEach((status, answer) -> header(answer));
    }

    private static void header(ApiResponse answer) {
        if (answer.get$ref() == null) {
            answer.addHeaderObject("API-Version", ProblemAnswers.header("ApiVersion"));
        }
    }
}
