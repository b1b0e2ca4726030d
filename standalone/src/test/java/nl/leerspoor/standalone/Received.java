package nl.leerspoor.standalone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What one receiver was told, in the order in which it came; a message that came again is counted, and taken once. */
final class Received {

    /** A message: which event, of what, and where among all. */
    record Message(String id, String subject, String sequence) {

        static Message of(JsonNode event) {
            return new Message(
                    event.path("id").asString(),
                    event.path("subject").asString(),
                    event.path("sequence").asString());
        }
    }

    private final List<Message> messages = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int again;

    /** Takes a CloudEvent. */
    synchronized void take(JsonNode event) {
        Message message = Message.of(event);
        if (ids.add(message.id())) {
            messages.add(message);
        } else {
            again++;
        }
    }

    synchronized int size() {
        return messages.size();
    }

    /** How many messages came again. */
    synchronized int again() {
        return again;
    }

    /** The messages of what was published that did not come. */
    synchronized List<Message> missing(List<Message> published) {
        return published.stream().filter(message -> !ids.contains(message.id())).toList();
    }

    /** The messages that came and were not published to this receiver. */
    synchronized List<Message> strange(List<Message> published) {
        Set<Message> told = new HashSet<>(published);
        return messages.stream().filter(message -> !told.contains(message)).toList();
    }

    /** The subjects of which messages came in another order than that of their sequence. */
    synchronized Set<String> disordered() {
        Map<String, String> newest = new LinkedHashMap<>();
        return messages.stream()
                .filter(message -> {
                    String before = newest.put(message.subject(), message.sequence());
                    return before != null && before.compareTo(message.sequence()) > 0;
                })
                .map(Message::subject)
                .collect(Collectors.toSet());
    }
}
