package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.Test;

/** Case 2 of the domain: places are never given out twice, whoever asks at once. */
class LastPlaceTest extends RunningApplication {

    @Test
    void ofTwoWhoWantTheLastPlaceExactlyOneGetsIt() throws Exception {
        RegionOffice office = new RegionOffice(client, "AM05");
        String leerbedrijf = office.leerbedrijf();
        String supervisor = office.supervisor(leerbedrijf, 1);
        List<String> trajectories = List.of(office.suitableTrajectory(), office.suitableTrajectory());

        List<Reply> replies = atOnce(trajectories.stream()
                .<Callable<Reply>>map(trajectory -> () -> office.match(trajectory, leerbedrijf, supervisor))
                .toList());

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 409);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .extracting(Reply::code)
                .containsExactly("NO_FREE_PLACE");
    }

    @Test
    void threePlacesAreGivenToThreeOfEight() throws Exception {
        RegionOffice office = new RegionOffice(client, "AM05");
        String leerbedrijf = office.leerbedrijf();
        String supervisor = office.supervisor(leerbedrijf, 3);
        List<String> trajectories =
                IntStream.range(0, 8).mapToObj(n -> office.suitableTrajectory()).toList();

        List<Reply> replies = atOnce(trajectories.stream()
                .<Callable<Reply>>map(trajectory -> () -> office.match(trajectory, leerbedrijf, supervisor))
                .toList());

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(3);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertThat(reply.code()).isIn("NO_FREE_PLACE", "CONCURRENT_CHANGE"));
    }

    @Test
    void aCandidateGetsOneOpenTrajectoryHoweverManyAskAtOnce() throws Exception {
        RegionOffice office = new RegionOffice(client, "AM05");
        String candidate = office.candidate();

        List<Reply> replies = atOnce(List.of(
                () -> office.openTrajectory(candidate),
                () -> office.openTrajectory(candidate),
                () -> office.openTrajectory(candidate)));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .extracting(Reply::code)
                .containsOnly("OPEN_TRAJECTORY_EXISTS");
    }

    private static List<Reply> atOnce(List<Callable<Reply>> requests) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            List<Future<Reply>> replies = requests.stream()
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            start.countDown();
            List<Reply> answers = new ArrayList<>();
            for (Future<Reply> reply : replies) {
                answers.add(reply.get());
            }
            return answers;
        }
    }
}
