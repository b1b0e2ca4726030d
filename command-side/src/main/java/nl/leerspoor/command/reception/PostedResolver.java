package nl.leerspoor.command.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Command;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes the {@link Posted} command that a resource method asks for, from path, headers and body. */
@Component
class PostedResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final int UUID_LENGTH = 36;

    private final CommandReader reader;
    private final Reception reception;
    private final Fingerprints fingerprints;
    private final Clock clock;

    PostedResolver(CommandReader reader, Reception reception, Fingerprints fingerprints, Clock clock) {
        this.reader = reader;
        this.reception = reception;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Posted.class;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Posted<?> resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest web,
            WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        Class<Command> type = (Class<Command>)
                ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve();
        return new Posted<>(submission(type, request), request.getRequestURI(), reception);
    }

    private <C extends Command> Submission<C> submission(Class<C> type, HttpServletRequest request) throws IOException {
        List<InputError> errors = new ArrayList<>();
        Sender sender = Sender.of(request, errors);
        IfMatch ifMatch = ifMatch(request, errors);
        UUID target = target(type, request, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        var read = reader.readWithCanonical(type, request.getInputStream().readAllBytes(), target);
        return new Submission<>(
                read.command(),
                sender.identity().subject(),
                sender.key(),
                fingerprints.of(type, hash(request, read.canonical())),
                ifMatch,
                sender.identity(),
                clock.instant(),
                "API",
                null,
                LocaleContextHolder.getLocale());
    }

    private static IfMatch ifMatch(HttpServletRequest request, List<InputError> errors) {
        List<String> tags = Collections.list(request.getHeaders(IfMatch.HEADER));
        if (tags.isEmpty()) {
            return null;
        }
        Optional<IfMatch> wanted = IfMatch.parse(String.join(",", tags));
        if (wanted.isEmpty()) {
            errors.add(InputFault.INVALID_VALUE.in(IfMatch.HEADER));
        }
        return wanted.orElse(null);
    }

    private static UUID target(Class<? extends Command> type, HttpServletRequest request, List<InputError> errors) {
        if (Command.Creation.class.isAssignableFrom(type)) {
            return null;
        }
        String name = type.getRecordComponents()[0].getName();
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String text = variables.get(name).toString();
        if (text.length() != UUID_LENGTH || !text.matches("[\\p{XDigit}-]+")) {
            errors.add(InputFault.INVALID_ID.in(name));
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            errors.add(InputFault.INVALID_ID.in(name));
            return null;
        }
    }

    /** What was asked, so that a key is not used for something else. */
    private static byte[] hash(HttpServletRequest request, byte[] canonical) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(canonical);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
