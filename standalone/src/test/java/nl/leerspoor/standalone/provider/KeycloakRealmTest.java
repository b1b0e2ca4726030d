package nl.leerspoor.standalone.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nl.leerspoor.platform.access.Role;
import nl.leerspoor.platform.identity.AccessTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm that docker-compose.yml brings makes tokens of the contract. */
class KeycloakRealmTest {

    private final JsonNode realm;

    KeycloakRealmTest() throws IOException {
        realm = JsonMapper.shared()
                .readTree(Files.readString(Path.of("..", "deploy", "keycloak", "leerspoor-realm.json")));
    }

    @Test
    void itHasTheRolesOfTheTableAndNoOthers() {
        List<String> roles = Arrays.stream(Role.values()).map(Role::name).toList();

        assertThat(realm.at("/roles/client/" + AccessTokens.AUDIENCE).findValuesAsString("name"))
                .containsExactlyInAnyOrderElementsOf(roles);
        assertThat(realm.at("/clientScopeMappings/" + AccessTokens.AUDIENCE + "/0/roles")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(roles);
    }

    @Test
    void itsTokensAreForThisApiAndSayWhatTheContractAsks() {
        JsonNode mappers = realm.at("/clientScopes/0/protocolMappers");

        assertThat(mappers.findValuesAsString("included.client.audience")).containsExactly(AccessTokens.AUDIENCE);
        assertThat(mappers.findValuesAsString("claim.name")).containsExactly("roles", "regions", "org");
        assertThat(realm.path("clients").findValuesAsString("access.token.header.type.rfc9068"))
                .containsExactly("true");
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
    }

    @Test
    void nobodyIsInItYet() {
        assertThat(realm.has("users")).isFalse();
        assertThat(realm.findValues("secret")).isEmpty();
    }
}
