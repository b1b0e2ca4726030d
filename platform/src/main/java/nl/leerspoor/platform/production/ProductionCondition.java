package nl.leerspoor.platform.production;

import java.util.List;

/** Something that has to be so under profile {@code prod}. It is asked once, before the process serves anyone. */
@FunctionalInterface
public interface ProductionCondition {

    /** What is not so and what to do about it, a sentence each; empty when all is well. */
    List<String> faults();
}
