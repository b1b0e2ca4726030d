package nl.leerspoor.query.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * Calls receivers over HTTP, so that none of them can lead a call elsewhere or hold it up: it goes to the address that was
 * checked, follows no redirect, knows no proxy, keeps no cookie, takes its time in all and no more, and reads four
 * kilobytes.
 */
@Component
class Calls implements AutoCloseable {

    private static final int MOST_READ = 4_096;
    private static final int MOST_CONNECTIONS = 400;
    private static final Timeout CONNECTING = Timeout.ofSeconds(5);
    private static final TimeValue KEPT = TimeValue.ofMinutes(2);
    private static final TimeValue CHECKED_AFTER = TimeValue.ofSeconds(2);

    /** To one machine at a time, whoever subscribed; so few that none is flooded. */
    private static final int PER_HOST = 2;

    private final CloseableHttpClient http;
    private final Duration wholeCall;
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService limit = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhook-limit").daemon().factory());

    Calls(WebhookProperties settings) {
        this.wholeCall = settings.wholeCall();
        Timeout whole = Timeout.of(wholeCall);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedNames(SystemDefaultDnsResolver.INSTANCE, settings.allowLoopback()))
                .setMaxConnPerRoute(PER_HOST)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECTING)
                        .setSocketTimeout(whole)
                        .setTimeToLive(KEPT)
                        .setValidateAfterInactivity(CHECKED_AFTER)
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(whole)
                        .setResponseTimeout(whole)
                        .build())
                .setUserAgent("Leerspoor")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    /**
     * Sends one request, when it is its turn among those to the same machine.
     *
     * @param body empty for none
     */
    Answer send(TargetUrl to, String method, Map<String, String> headers, byte[] body) throws InterruptedException {
        Semaphore turn = hosts.computeIfAbsent(to.uri().getRawAuthority(), host -> new Semaphore(PER_HOST, true));
        turn.acquire();
        try {
            return call(request(to, method, headers, body));
        } finally {
            turn.release();
        }
    }

    private static HttpUriRequestBase request(TargetUrl to, String method, Map<String, String> headers, byte[] body) {
        var request = new HttpUriRequestBase(method, to.uri());
        headers.forEach(request::setHeader);
        if (body.length > 0) {
            request.setEntity(new ByteArrayEntity(body, ContentType.parse(headers.get("Content-Type"))));
        }
        return request;
    }

    private Answer call(HttpUriRequestBase request) {
        ScheduledFuture<?> end = limit.schedule(request::cancel, wholeCall.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = http.executeOpen(null, request, null);
            try {
                return answer(request, response);
            } finally {
                Closer.closeQuietly(response);
            }
        } catch (IOException failure) {
            return new Answer.None(request.isCancelled() ? Answer.Cause.TIMED_OUT : cause(failure));
        } finally {
            end.cancel(false);
        }
    }

    /** The status counts once it is there; whoever goes on sending is hung up on. */
    private static Answer answer(HttpUriRequestBase request, ClassicHttpResponse response) {
        String head = "";
        try {
            head = head(request, response.getEntity());
        } catch (IOException cutOff) {
            request.cancel();
        }
        return new Answer.Status(
                response.getCode(),
                header(response, "Retry-After"),
                header(response, "WebHook-Allowed-Origin"),
                header(response, "WebHook-Allowed-Rate"),
                head);
    }

    private static String head(HttpUriRequestBase request, HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        InputStream content = entity.getContent();
        byte[] head = content.readNBytes(MOST_READ);
        if (head.length == MOST_READ && content.read() >= 0) {
            // to close it in good order would be to read all the rest
            request.cancel();
        }
        return new String(head, StandardCharsets.UTF_8);
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    private static Answer.Cause cause(IOException failure) {
        return switch (failure) {
            case CheckedNames.NotPublic elsewhere -> Answer.Cause.NOT_PUBLIC;
            case UnknownHostException noName -> Answer.Cause.UNKNOWN_HOST;
            case SSLException untrusted -> Answer.Cause.TLS_FAILED;
            case java.io.InterruptedIOException late -> Answer.Cause.TIMED_OUT;
            default -> failure.getCause() instanceof HttpException ? Answer.Cause.NOT_HTTP : Answer.Cause.UNREACHABLE;
        };
    }

    @Override
    public void close() throws IOException {
        limit.shutdownNow();
        http.close();
    }
}
