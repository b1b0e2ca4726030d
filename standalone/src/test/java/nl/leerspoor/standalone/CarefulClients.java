package nl.leerspoor.standalone;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import nl.leerspoor.standalone.Client.Reply;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * Clients that pour commands in. Each records lessons on pilots of its own, one after the other, and repeats a command
 * under the same key until it is acknowledged, at another node when one does not answer. So in the end exactly what was
 * acknowledged must be stored: less would be a loss, more a duplicate.
 */
final class CarefulClients implements AutoCloseable {

    /** After these a pilot gets no more lessons: a stream stays as short as real ones are. */
    private static final int EVENTS_OF_A_PILOT = 100;

    private static final Duration BEFORE_A_REPEAT = Duration.ofMillis(200);
    private static final String LESSON = "{\"effectiveOn\":\"2020-01-06\",\"kind\":\"LESSON\",\"code\":\"OTHER\"}";

    /** What a client sends, and always in the same way. */
    record Sent(int client, int number, String pilot, String path, String body) {

        String key() {
            return "pour-" + client + "-" + number;
        }

        /** The version that the stream must have after it. */
        long version() {
            return number % EVENTS_OF_A_PILOT;
        }

        Reply to(Client node) {
            return node.with("Idempotency-Key", key()).post(path, body);
        }

        /** What it is answered when it is sent until it is not asked to try again. */
        Reply answer(Client node) {
            return Awaitility.await(key())
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> to(node), reply -> reply.status() != 503);
        }
    }

    /** A command, when it was first sent, and the answer that acknowledged it. */
    record Acknowledged(Sent sent, Instant begun, Instant at, long position, String answer) {}

    private final List<Client> nodes;
    private final Duration pause;
    private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile int spreads;
    private volatile boolean stopping;
    private volatile boolean abandoned;

    private CarefulClients(List<Client> nodes, Duration pause) {
        this.nodes = nodes;
        this.pause = pause;
    }

    /**
     * Has them begin.
     *
     * @param clients how many there are, spread over the nodes
     * @param pause   how long each waits between an acknowledgement and the next command
     */
    static CarefulClients pour(int clients, Duration pause, List<Client> nodes) {
        var careful = new CarefulClients(nodes, pause);
        for (int client = 0; client < clients; client++) {
            int number = client;
            careful.threads.add(Thread.ofVirtual().start(() -> careful.run(number)));
        }
        return careful;
    }

    /** What client {@code client} sends as its command {@code number}. */
    static Sent command(int client, int number) {
        int pilot = number / EVENTS_OF_A_PILOT;
        String id = "00000000-0000-7000-8000-%06d%06d".formatted(client, pilot);
        if (number % EVENTS_OF_A_PILOT != 0) {
            return new Sent(client, number, id, "/v1/pilots/" + id + "/lessons", LESSON);
        }
        String begin = """
                {"id":"%s","region":"AM05","effectiveOn":"2019-10-01","programmeId":"P%d-%d","name":"Proef",\
                "sectors":["LOG"],"plannedEnd":"2020-12-31","datePrecision":"MONTH"}""".formatted(id, client, pilot);
        return new Sent(client, number, id, "/v1/pilots", begin);
    }

    /** All acknowledgements until now, in the order in which they came. */
    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Waits until so many more commands are acknowledged, a minute at most. */
    void awaitMore(int commands) {
        int enough = acknowledged.size() + commands;
        Awaitility.await("%d more acknowledgements; %s".formatted(commands, surprises))
                .atMost(Duration.ofMinutes(1))
                .until(() -> acknowledged.size() >= enough || !surprises.isEmpty());
        complain();
    }

    /** Has them use all nodes again, also those that they left because they got no answer. */
    void spread() {
        spreads++;
    }

    /** Has each finish the command that it is at, and send no more. */
    void finish() {
        stopping = true;
        join();
        complain();
    }

    /** Has them stop where they are: what is not acknowledged yet stays so. */
    void abandon() {
        abandoned = true;
        stopping = true;
        threads.forEach(Thread::interrupt);
        join();
    }

    @Override
    public void close() {
        abandon();
    }

    private void join() {
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofMinutes(1))) {
                    throw new IllegalStateException("A client gets no acknowledgement within a minute");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while clients finish", e);
        }
    }

    private void complain() {
        if (!surprises.isEmpty()) {
            throw new AssertionError("An answer that no client expects: " + surprises);
        }
    }

    private void run(int client) {
        int node = client;
        int spread = 0;
        for (int number = 0; !stopping; number++) {
            if (spread != spreads) {
                spread = spreads;
                node = client;
            }
            Sent sent = command(client, number);
            Instant begun = Instant.now();
            Optional<Reply> acknowledgement = Optional.empty();
            while (acknowledgement.isEmpty() && !abandoned) {
                Optional<Reply> reply = answer(sent, nodes.get(node % nodes.size()));
                acknowledgement = reply.filter(CarefulClients::isFinal);
                if (reply.isEmpty()) {
                    node++;
                }
                if (acknowledgement.isEmpty()) {
                    LockSupport.parkNanos(BEFORE_A_REPEAT.toNanos());
                }
            }
            acknowledgement.ifPresent(reply -> note(sent, begun, reply));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause.toMillis()));
        }
    }

    private static Optional<Reply> answer(Sent sent, Client node) {
        try {
            return Optional.of(sent.to(node));
        } catch (UncheckedIOException | IllegalStateException noAnswer) {
            return Optional.empty();
        }
    }

    /** Whether it does not ask to try again; who asks that is alive, and is asked again. */
    private static boolean isFinal(Reply reply) {
        return reply.status() != 503 && reply.status() != 409;
    }

    private void note(Sent sent, Instant begun, Reply reply) {
        JsonNode answer = reply.status() == 201 ? reply.json() : null;
        if (answer == null || answer.path("version").asLong() != sent.version()) {
            surprises.add(sent.key() + ": " + reply.status() + " " + reply.body());
            stopping = true;
            return;
        }
        acknowledged.add(new Acknowledged(
                sent, begun, Instant.now(), answer.path("position").asLong(), reply.body()));
    }

    /** The commands of one client, of a list in which all are. */
    static List<Acknowledged> of(int client, List<Acknowledged> all) {
        return all.stream().filter(one -> one.sent().client() == client).toList();
    }

    /** The numbers of the clients in a list. */
    static IntStream clients(List<Acknowledged> all) {
        return all.stream().mapToInt(one -> one.sent().client()).distinct().sorted();
    }
}
