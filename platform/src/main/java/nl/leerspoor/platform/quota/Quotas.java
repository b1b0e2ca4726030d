package nl.leerspoor.platform.quota;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests of a caller who sends more than their share. Each node counts for itself. Who isn't known gets nothing
 * that costs anything, so isn't counted.
 */
final class Quotas extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Quota commands;
    private final Quota reads;
    private final Problems problems;

    Quotas(QuotaProperties properties, TimeMeter time, Problems problems) {
        this.commands = new Quota("commands", properties.commandsPerSecond(), time);
        this.reads = new Quota("reads", properties.readsPerSecond(), time);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal caller = request.getUserPrincipal();
        if (caller == null) {
            chain.doFilter(request, response);
            return;
        }
        Quota quota = READS.contains(request.getMethod()) ? reads : commands;
        long wait = quota.take(caller.getName(), response);
        if (wait == 0) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
            Problem problem = HttpProblem.QUOTA_EXCEEDED.problem();
            problems.write(
                    new Problem(
                            problem.kind(),
                            problem.detail(),
                            List.of(),
                            Map.of("violated-policies", List.of(quota.name()))),
                    request,
                    response);
        }
    }
}
