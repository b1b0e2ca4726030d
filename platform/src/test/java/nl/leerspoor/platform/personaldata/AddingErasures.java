package nl.leerspoor.platform.personaldata;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.personaldata.ShredRegister.Erasure;
import nl.leerspoor.platform.proof.AuthenticationKeys;

/** A process that adds erasures to a shred register: its folder, the key of its codes, and how many. */
final class AddingErasures {

    private AddingErasures() {}

    /** Waits for a line on its input before it begins, so that several begin together. */
    public static void main(String[] arguments) throws Exception {
        ShredRegister register =
                ShredRegister.in(arguments[0], Optional.of(AuthenticationKeys.parse(arguments[1])), Clock.systemUTC());
        System.out.println("ready");
        System.in.read();
        for (int left = Integer.parseInt(arguments[2]); left > 0; left--) {
            register.add(new Erasure(UUID.randomUUID(), UUID.randomUUID(), LocalDate.of(2020, 10, 1), "AVG_17_1_B"));
        }
    }
}
