package nl.leerspoor.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.leerspoor.benchmark.history.PastYears;
import tools.jackson.databind.JsonNode;

/**
 * Every list that the API description knows, with filters, sorts and dates by chance, and the pages that follow. A
 * list is an operation that takes a cursor.
 */
final class ListsMeasured implements Measurement {

    private static final int WARM_UP = 10;
    private static final int ASKED = 60;
    private static final int PAGES = 3;

    @Override
    public void measure(Site site, Report report) throws Exception {
        Map<String, List<JsonNode>> lists = lists(site);
        for (Map.Entry<String, List<JsonNode>> list : lists.entrySet()) {
            Latencies pages = new Latencies();
            String slowest = measure(site, report, list.getKey(), list.getValue(), pages);
            report.line("pages of " + list.getKey(), "p95 30 ms", pages.say(50, 95), slowest);
        }
    }

    private static Map<String, List<JsonNode>> lists(Site site) throws Exception {
        JsonNode paths = site.http().get("/v1/openapi.json").orFail(200).json().path("paths");
        Map<String, List<JsonNode>> lists = new TreeMap<>();
        paths.propertyStream().forEach(path -> {
            List<JsonNode> parameters =
                    path.getValue().path("get").path("parameters").valueStream().toList();
            boolean paged = parameters.stream()
                    .anyMatch(parameter -> parameter.path("name").asString().equals("cursor"));
            if (paged && !path.getKey().contains("{")) {
                lists.put("/v1" + path.getKey(), parameters);
            }
        });
        return lists;
    }

    /** Returns the question that took longest, and how long that was. */
    private static String measure(Site site, Report report, String path, List<JsonNode> parameters, Latencies pages)
            throws Exception {
        String slowest = "";
        long most = 0;
        for (int n = -WARM_UP; n < ASKED; n++) {
            Optional<String> next = Optional.of(path + "?" + query(site, parameters));
            for (int page = 0; page < PAGES && next.isPresent(); page++) {
                Http.Reply reply = site.http().get(next.get());
                if (reply.status() != 200) {
                    report.note(reply.status() + " for " + next.get() + ": " + reply.body());
                    break;
                }
                if (n >= 0) {
                    pages.add(reply.nanos());
                }
                if (n >= 0 && reply.nanos() > most) {
                    most = reply.nanos();
                    slowest = next.get();
                }
                next = reply.next();
            }
        }
        return "`%s` %d ms".formatted(slowest.replaceAll("cursor=[^&]*", "cursor=…"), most / 1_000_000);
    }

    private static String query(Site site, List<JsonNode> parameters) {
        List<String> chosen = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asString();
            if (site.random.nextInt(100) < shareOf(name)) {
                value(site, name, parameter.path("schema")).ifPresent(value -> chosen.add(name + "=" + value));
            }
        }
        return String.join("&", chosen);
    }

    /** In how many of a hundred questions a parameter stands. */
    private static int shareOf(String name) {
        return switch (name) {
            case "region" -> 80;
            case "validOn", "sort" -> 50;
            case "knownOn" -> 40;
            default -> 25;
        };
    }

    private static Optional<String> value(Site site, String name, JsonNode schema) {
        return switch (name) {
            case "region" -> Optional.of(Days.oneOf(site.random, PastYears.REGIONS));
            case "validOn", "knownOn" -> Optional.of(Days.any(site.random).toString());
            case "sector" -> Optional.of(Days.oneOf(site.random, List.of("LOG", "DZ", "GP", "HV")));
            case "werkcoach" ->
                Optional.of("werkcoach-" + Days.oneOf(site.random, PastYears.REGIONS) + "-"
                        + (1 + site.random.nextInt(12)));
            default -> ofKind(site, schema);
        };
    }

    private static Optional<String> ofKind(Site site, JsonNode schema) {
        List<String> codes =
                schema.path("enum").valueStream().map(JsonNode::asString).toList();
        if (!codes.isEmpty()) {
            return Optional.of(Days.oneOf(site.random, codes));
        }
        return schema.path("type").asString().equals("boolean")
                ? Optional.of(String.valueOf(site.random.nextInt(2) == 0))
                : Optional.empty();
    }
}
