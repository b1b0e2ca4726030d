package nl.leerspoor.platform.http;

import java.util.List;

/** Says which sorts of problems a part of the program can answer with, so that each can be explained. */
@FunctionalInterface
public interface ProblemKinds {

    List<ProblemKind> kinds();
}
