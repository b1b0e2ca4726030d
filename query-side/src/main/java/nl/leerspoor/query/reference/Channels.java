package nl.leerspoor.query.reference;

import java.util.List;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.events.published.PublishedType;
import nl.leerspoor.platform.http.Http;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Describes the channels of published events by AsyncAPI 3.0: what is sent where, of the same records as are sent. */
final class Channels {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final String ITEM = "item";
    private static final String CALL = "call";
    private static final String EVENT = "event";

    private static final String ABOUT = """
            Gepubliceerde gebeurtenissen van Leerspoor, als CloudEvents 1.0 volgens het NL GOV-profiel. Elk kanaal geeft \
            dezelfde berichten, in volgorde van vastlegging per onderwerp; een bericht kan nog eens komen, onder hetzelfde \
            `id`. Opvragen kan ook: zie `openapi.json`.""";

    private final String url;
    private final String source;
    private final String topicPrefix;

    /**
     * @param url         the address under which clients know this installation
     * @param source      the {@code source} of its events
     * @param topicPrefix what its topics of Kafka begin with
     */
    Channels(String url, String source, String topicPrefix) {
        this.url = url;
        this.source = source;
        this.topicPrefix = topicPrefix;
    }

    ObjectNode document() {
        ObjectNode document = JSON.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.put("id", source);
        info(document.putObject("info"));
        document.put("defaultContentType", CLOUD_EVENT);
        servers(document.putObject("servers"));
        channels(document.putObject("channels"));
        operations(document.putObject("operations"));
        components(document.putObject("components"));
        return document;
    }

    private static void info(ObjectNode info) {
        info.put("title", "Leerspoor");
        info.put("version", Http.API_VERSION);
        info.put("description", ABOUT);
        info.putObject("contact")
                .put("name", "Team Leerspoor")
                .put("email", "leerspoor@example.org")
                .put("url", "https://leerspoor.example.org/vragen");
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    }

    private void servers(ObjectNode servers) {
        String[] address = url.split("://", 2);
        ObjectNode here = servers.putObject("api");
        here.put("host", address[1]);
        here.put("protocol", address[0]);
        here.put("pathname", "/v1");
        here.put("description", "Deze installatie");
        here.putArray("security").add(reference("securitySchemes", "accessToken"));
        servers.putObject("kafka")
                .put("host", "{broker}")
                .put("protocol", "kafka")
                .put("description", "Alleen waar een installatie Kafka gebruikt")
                .putObject("variables")
                .putObject("broker")
                .put("default", "localhost:9092")
                .put("description", "De broker van wie de installatie beheert");
    }

    private void channels(ObjectNode channels) {
        ObjectNode stream = channels.putObject("stream");
        stream.put("address", "/events/stream");
        stream.put("title", "Server-sent events");
        stream.put(
                "description",
                "Een regel `id` met de positie, een regel `data` met het bericht. Met `Last-Event-ID` gaat men verder.");
        at(stream, "api");
        stream.putObject("messages").set(ITEM, reference("messages", ITEM));
        ObjectNode webhook = channels.putObject("webhook");
        webhook.putNull("address");
        webhook.put("title", "Webhook");
        webhook.put(
                "description", "Een POST naar het adres van een abonnement, ondertekend volgens Standard Webhooks.");
        webhook.putObject("messages").set(CALL, reference("messages", CALL));
        PublishedCatalogue.all().stream()
                .map(PublishedType::collection)
                .distinct()
                .forEach(collection -> {
                    ObjectNode topic = channels.putObject(collection);
                    topic.put("address", topicPrefix + PublishedType.topic(collection));
                    topic.put("title", "Kafka: " + collection);
                    topic.put(
                            "description",
                            "De sleutel is het `subject`. In structured mode is de waarde de CloudEvent; in binary mode is zij `data`,"
                                    + " en staan de attributen in koppen die met `ce_` beginnen.");
                    at(topic, "kafka");
                    ObjectNode messages = topic.putObject("messages");
                    of(collection).forEach(type -> messages.set(type.name(), reference("messages", type.name())));
                });
    }

    private static void operations(ObjectNode operations) {
        send(operations, "streamEvents", "stream", "Stuurt wat er gebeurt naar wie luistert");
        send(operations, "receiveEvent", "webhook", "Meldt wat er gebeurt aan wie een abonnement heeft");
        PublishedCatalogue.all().stream()
                .map(PublishedType::collection)
                .distinct()
                .forEach(collection ->
                        send(operations, "publish-" + collection, collection, "Zet wat er gebeurt op Kafka"));
    }

    private static void send(ObjectNode operations, String name, String channel, String summary) {
        ObjectNode operation = operations.putObject(name);
        operation.put("action", "send");
        operation.set("channel", JSON.createObjectNode().put("$ref", "#/channels/" + channel));
        operation.put("summary", summary);
    }

    private void components(ObjectNode components) {
        components
                .putObject("securitySchemes")
                .putObject("accessToken")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        ObjectNode messages = components.putObject("messages");
        messages.set(ITEM, message(ITEM, "Bericht op zijn plaats", "application/json", "Item"));
        messages.set(CALL, message(CALL, "Gebeurtenis", CLOUD_EVENT, "AnyEvent"));
        ObjectNode schemas = components.putObject("schemas");
        schemas.set("CloudEvent", cloudEvent());
        schemas.set("Item", item());
        ObjectNode any = schemas.putObject("AnyEvent");
        PublishedCatalogue.all().forEach(type -> {
            any.withArray("oneOf").add(reference("schemas", type.name()));
            schemas.set(type.name(), schema(type));
            messages.set(type.name(), message(type));
        });
    }

    private static ObjectNode message(String name, String title, String contentType, String schema) {
        ObjectNode message = JSON.createObjectNode();
        message.put("name", name);
        message.put("title", title);
        message.put("contentType", contentType);
        message.set("payload", reference("schemas", schema));
        return message;
    }

    private ObjectNode message(PublishedType type) {
        ObjectNode message = message(type.name(), type.title(), CLOUD_EVENT, type.name());
        message.put("summary", type.description());
        message.put("description", type.duty().dutch());
        ObjectNode example = (ObjectNode) JSON.readTree(type.example());
        example.put("source", source);
        example.put("dataschema", dataschema(type));
        message.putArray("examples").addObject().put("name", EVENT).set("payload", example);
        return message;
    }

    /** The schema of the data stands in it as it is, without what only holds at its own address. */
    private static ObjectNode schema(PublishedType type) {
        ObjectNode data = (ObjectNode) JSON.readTree(type.schema());
        data.remove(List.of("$schema", "$id", "$comment", "examples"));
        ObjectNode event = JSON.createObjectNode();
        event.putArray("allOf").add(reference("schemas", "CloudEvent"));
        event.put("type", "object");
        ObjectNode members = event.putObject("properties");
        members.putObject("type").put("const", type.name());
        members.set("data", data);
        event.putArray("required").add("type").add("data");
        return event;
    }

    private static ObjectNode cloudEvent() {
        ObjectNode event = JSON.createObjectNode();
        event.put("type", "object");
        ObjectNode members = event.putObject("properties");
        members.putObject("specversion").put("const", "1.0");
        text(members, "id", "uuid", "Van de gebeurtenis; op elk kanaal en bij elke poging gelijk");
        text(members, "source", "uri", "Wie haar publiceert");
        text(members, "type", null, "Wat er gebeurde, met de versie");
        text(members, "subject", "uuid", "Het ding waarmee het gebeurde");
        text(members, "time", "date-time", "Wanneer het is vastgelegd");
        members.putObject("datacontenttype").put("const", "application/json");
        text(members, "dataschema", "uri", "Het adres van het schema van `data`");
        members.putObject("sequence")
                .put("type", "string")
                .put("pattern", "^[0-9]{20}$")
                .put("description", "De positie, in twintig cijfers");
        event.putArray("required")
                .add("specversion")
                .add("id")
                .add("source")
                .add("type")
                .add("subject")
                .add("time")
                .add("datacontenttype")
                .add("dataschema")
                .add("sequence");
        return event;
    }

    private static void text(ObjectNode members, String name, String format, String description) {
        ObjectNode member = members.putObject(name).put("type", "string").put("description", description);
        if (format != null) {
            member.put("format", format);
        }
    }

    private static ObjectNode item() {
        ObjectNode item = JSON.createObjectNode();
        item.put("type", "object");
        ObjectNode members = item.putObject("properties");
        members.putObject("position").put("type", "integer").put("description", "Plaats in de hele administratie");
        ObjectNode previous =
                members.putObject("previous").put("description", "Plaats van de vorige in dezelfde selectie");
        previous.putArray("type").add("integer").add("null");
        members.set(EVENT, reference("schemas", "AnyEvent"));
        item.putArray("required").add("position").add("previous").add(EVENT);
        return item;
    }

    private String dataschema(PublishedType type) {
        return url + EventTypesApi.PATH + "/" + type.name() + "/schema";
    }

    private static List<PublishedType> of(String collection) {
        return PublishedCatalogue.all().stream()
                .filter(type -> type.collection().equals(collection))
                .toList();
    }

    private static void at(ObjectNode channel, String server) {
        channel.putArray("servers").addObject().put("$ref", "#/servers/" + server);
    }

    private static ObjectNode reference(String kind, String name) {
        return JSON.createObjectNode().put("$ref", "#/components/" + kind + "/" + name);
    }
}
