package nl.leerspoor.command.privacy;

import java.util.Arrays;
import java.util.Optional;
import nl.leerspoor.command.privacy.Right.Access;
import nl.leerspoor.command.privacy.Right.Divisible;
import nl.leerspoor.command.privacy.Right.Erasure;
import nl.leerspoor.command.privacy.Right.Objection;
import nl.leerspoor.command.privacy.Right.Portability;
import nl.leerspoor.command.privacy.Right.Rectification;

/**
 * What is decided on a request by one right. A ground belongs to one right, so a decision on the ground of another can't be
 * written; neither can half an erasure.
 */
sealed interface Verdict<R extends Right> {

    /** It will be done. */
    record Granted<R extends Right>(ToGrant<R> ground) implements Verdict<R> {}

    /** A part will be done. */
    record PartlyGranted<R extends Divisible>(ToGrant<R> ground, ToRefuse<R> rest) implements Verdict<R> {}

    /** It will not be done. */
    record Refused<R extends Right>(ToRefuse<R> ground) implements Verdict<R> {}

    /** It isn't looked into, whatever was asked. */
    record NotTaken<R extends Right>(Inadmissible ground) implements Verdict<R> {}

    /** A ground on which a request by a right is granted. */
    sealed interface ToGrant<R extends Right> {
        String name();
    }

    /** A ground on which a request by a right is refused, or a part of it. */
    sealed interface ToRefuse<R extends Right> {
        String name();
    }

    /** Manifestly unfounded or excessive (AVG art. 12(5)), or by somebody who may be another (art. 12(6)). */
    enum Inadmissible {
        AVG_12_5,
        AVG_12_6
    }

    /** Why somebody gets to know what is known of them. */
    enum ToShow implements ToGrant<Access> {
        AVG_15
    }

    /** What somebody doesn't get to know: what harms others (AVG art. 15(4)), and what UAVG art. 41 keeps back. */
    enum NotToShow implements ToRefuse<Access> {
        AVG_15_4,
        UAVG_41
    }

    /** Why something is put right. */
    enum ToRectify implements ToGrant<Rectification> {
        AVG_16
    }

    /** It is right as it is (AVG art. 5(1)(d)). */
    enum NotToRectify implements ToRefuse<Rectification> {
        AVG_5_1_D
    }

    /** Why somebody is erased. */
    enum ToErase implements ToGrant<Erasure> {
        AVG_17_1_A,
        AVG_17_1_B,
        AVG_17_1_C,
        AVG_17_1_D,
        AVG_17_1_E
    }

    /** Why somebody is not erased: a legal duty to keep, archiving, or a legal claim. */
    enum NotToErase implements ToRefuse<Erasure> {
        AVG_17_3_B,
        AVG_17_3_D,
        AVG_17_3_E
    }

    /** Why somebody gets what they gave. */
    enum ToHandOver implements ToGrant<Portability> {
        AVG_20_1
    }

    /** What somebody doesn't get to take along. */
    enum NotToHandOver implements ToRefuse<Portability> {
        AVG_20_1_A,
        AVG_20_3,
        AVG_20_4,
        UAVG_41
    }

    /** Why something ends. */
    enum ToEnd implements ToGrant<Objection> {
        AVG_21_1,
        AVG_21_6
    }

    /** Why something goes on all the same. */
    enum NotToEnd implements ToRefuse<Objection> {
        AVG_21_1_COMPELLING,
        AVG_21_1_CLAIMS,
        AVG_21_6_TASK
    }

    /** That it is granted on a ground; empty when the ground is not one of the right. */
    static Optional<Verdict<?>> granted(Right right, String ground) {
        return switch (right) {
            case Access r -> find(ToShow.class, ground).map(Granted::new);
            case Rectification r -> find(ToRectify.class, ground).map(Granted::new);
            case Erasure r -> find(ToErase.class, ground).map(Granted::new);
            case Portability r -> find(ToHandOver.class, ground).map(Granted::new);
            case Objection r -> find(ToEnd.class, ground).map(Granted::new);
        };
    }

    /** That a part is granted; empty when one of the grounds is not one of the right. */
    static Optional<Verdict<?>> partlyGranted(Divisible right, String ground, String rest) {
        return switch (right) {
            case Access r -> partly(find(ToShow.class, ground), find(NotToShow.class, rest));
            case Rectification r -> partly(find(ToRectify.class, ground), find(NotToRectify.class, rest));
            case Portability r -> partly(find(ToHandOver.class, ground), find(NotToHandOver.class, rest));
            case Objection r -> partly(find(ToEnd.class, ground), find(NotToEnd.class, rest));
        };
    }

    /** That it is refused on a ground; empty when the ground is not one of the right. */
    static Optional<Verdict<?>> refused(Right right, String ground) {
        Optional<Verdict<?>> notTaken = find(Inadmissible.class, ground).map(NotTaken::new);
        return notTaken.or(() -> switch (right) {
            case Access r -> find(NotToShow.class, ground).map(Refused::new);
            case Rectification r -> find(NotToRectify.class, ground).map(Refused::new);
            case Erasure r -> find(NotToErase.class, ground).map(Refused::new);
            case Portability r -> find(NotToHandOver.class, ground).map(Refused::new);
            case Objection r -> find(NotToEnd.class, ground).map(Refused::new);
        });
    }

    private static <R extends Divisible> Optional<Verdict<?>> partly(
            Optional<? extends ToGrant<R>> ground, Optional<? extends ToRefuse<R>> rest) {
        return ground.flatMap(one -> rest.map(other -> new PartlyGranted<R>(one, other)));
    }

    private static <G extends Enum<G>> Optional<G> find(Class<G> grounds, String code) {
        return Arrays.stream(grounds.getEnumConstants())
                .filter(ground -> ground.name().equals(code))
                .findFirst();
    }
}
