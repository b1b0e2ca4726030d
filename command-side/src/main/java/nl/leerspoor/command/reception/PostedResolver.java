package nl.leerspoor.command.reception;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leerspoor.command.Command;
import nl.leerspoor.platform.http.Actor;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.Problem.InputError;
import nl.leerspoor.platform.http.ProblemException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
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

    private static final Pattern KEY = Pattern.compile("\"?([\\x21-\\x7E&&[^\"]]{1,128})\"?");
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    private final CommandReader reader;
    private final Reception reception;
    private final Clock clock;

    PostedResolver(CommandReader reader, Reception reception, Clock clock) {
        this.reader = reader;
        this.reception = reception;
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
        return new Posted<>(submission(type, request), reception);
    }

    private <C extends Command> Submission<C> submission(Class<C> type, HttpServletRequest request) throws IOException {
        Locale locale = LocaleContextHolder.getLocale();
        List<InputError> errors = new ArrayList<>();
        String key = header(request, "Idempotency-Key", KEY, true, errors, locale);
        String ifMatch = header(request, "If-Match", VERSION, false, errors, locale);
        Actor actor = actor(request, errors, locale);
        UUID target = target(type, request, errors, locale);
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    HttpStatus.BAD_REQUEST,
                    "INVALID_INPUT",
                    "Het verzoek klopt niet.",
                    "The request is not valid.",
                    errors,
                    Map.of()));
        }
        byte[] body = request.getInputStream().readAllBytes();
        C command = reader.read(type, body, target, locale);
        return new Submission<>(
                command,
                actor.name(),
                key,
                fingerprint(request, body),
                ifMatch == null ? null : Long.valueOf(ifMatch),
                actor,
                clock.instant(),
                "API",
                null,
                locale);
    }

    private static String header(
            HttpServletRequest request,
            String name,
            Pattern form,
            boolean required,
            List<InputError> errors,
            Locale locale) {
        String value = request.getHeader(name);
        if (value == null) {
            if (required) {
                errors.add(new InputError(null, name, "REQUIRED", InputTexts.of("REQUIRED_HEADER", locale)));
            }
            return null;
        }
        Matcher matcher = form.matcher(value.strip());
        if (matcher.matches()) {
            return matcher.group(1);
        }
        errors.add(new InputError(null, name, "INVALID_VALUE", InputTexts.of("INVALID_VALUE", locale)));
        return null;
    }

    private static Actor actor(HttpServletRequest request, List<InputError> errors, Locale locale) {
        try {
            return Actor.parse(request.getHeader(Actor.HEADER));
        } catch (IllegalArgumentException | IllegalStateException e) {
            errors.add(new InputError(null, Actor.HEADER, "INVALID_VALUE", InputTexts.of("INVALID_VALUE", locale)));
            return Actor.ANONYMOUS;
        }
    }

    private static UUID target(
            Class<? extends Command> type, HttpServletRequest request, List<InputError> errors, Locale locale) {
        if (Command.Creation.class.isAssignableFrom(type)) {
            return null;
        }
        String name = type.getRecordComponents()[0].getName();
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        try {
            return UUID.fromString(variables.get(name).toString());
        } catch (IllegalArgumentException e) {
            errors.add(new InputError(null, name, "INVALID_ID", InputTexts.of("INVALID_ID", locale)));
            return null;
        }
    }

    private static byte[] fingerprint(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
