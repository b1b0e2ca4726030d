package nl.leerspoor.query.question;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.identity.IdentityParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers few of the questions at once that take much memory and time: series, differences and forecasts of figures, as
 * pages and as files; figures for who follows the country, which are worked out of all regions; drafts of reports and what
 * became of them; events added up; and what auditors have worked out: dossiers, replays, and the check of the processing
 * log. Whoever comes when there are enough waits a little, and is told to come again after that. So all other questions stay
 * quick, whatever the heavy ones ask.
 */
@Component
class HeavyQuestions implements HandlerInterceptor, WebMvcConfigurer {

    static final String[] PATHS = {
        "/v1/figures/series",
        "/v1/figures/difference",
        "/v1/figures/forecast",
        "/v1/trajectories/*/dossier",
        "/v1/snapshots/draft",
        "/v1/snapshots/*/reproduction",
        "/v1/snapshots/*/differences",
        "/v1/audit/replays/**",
        "/v1/projections/*/versions/*/comparison",
        "/v1/proof/processing-log",
        "/v1/events/summary"
    };

    private static final String OF_A_DAY = "/v1/figures";

    /** Each may have hundreds of thousands of rows in memory. */
    static final int AT_ONCE = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Semaphore free = new Semaphore(AT_ONCE, true);

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns(PATHS).addPathPatterns(OF_A_DAY);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (isHeavy(request)) {
            take();
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (isHeavy(request)) {
            giveBack();
        }
    }

    private static boolean isHeavy(HttpServletRequest request) {
        return !OF_A_DAY.equals(request.getRequestURI())
                || Scope.of(IdentityParameter.of(request), Action.READ_FIGURES).aggregates();
    }

    void take() throws InterruptedException {
        if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProblemException(HttpProblem.UNAVAILABLE.saying(
                    "Er worden al genoeg zware vragen tegelijk beantwoord. Probeer het zo weer.",
                    "Enough heavy questions are being answered at once already. Try again shortly."));
        }
    }

    void giveBack() {
        free.release();
    }
}
