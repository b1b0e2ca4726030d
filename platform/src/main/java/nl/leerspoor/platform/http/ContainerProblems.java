package nl.leerspoor.platform.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request that Tomcat itself refuses, before any filter sees it: an address that is none, for instance. */
final class ContainerProblems extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);

    private final Problems problems;

    ContainerProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            AnswerHeaders.set(response, false);
            problems.write(ProblemAdvice.ofStatus(response.getStatus()), request, response);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Nobody is left to answer: {}", e.getClass().getName());
        }
    }
}
