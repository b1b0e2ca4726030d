package nl.leerspoor.command.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.leerspoor.command.access.Permission;
import nl.leerspoor.command.reception.CommandReader;
import nl.leerspoor.command.reception.Sender;
import nl.leerspoor.platform.access.Action;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.StreamedRoute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/** Files of commands over HTTP, taken in while they are sent. */
@RestController
@Tag(name = "imports")
class ImportApi {

    static final String PATH = "/v1/imports";
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    /** How long the sender may send nothing. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(ImportApi.class);

    private final CommandReader commands;
    private final ImportedCommands known;
    private final Importing importing;

    ImportApi(CommandReader commands, ImportedCommands known, Importing importing) {
        this.commands = commands;
        this.known = known;
        this.importing = importing;
    }

    @Bean
    static StreamedRoute importsRoute() {
        return new StreamedRoute(PATH);
    }

    @PostMapping(
            path = PATH,
            consumes = {NDJSON, CSV},
            produces = NDJSON)
    @Operation(summary = "Voer een bestand met opdrachten in")
    void importCommands(NativeWebRequest web, Locale locale) throws IOException {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
        List<InputError> errors = new ArrayList<>();
        Sender sender = Sender.of(request, errors);
        Permission.require(sender.identity(), Action.IMPORT_COMMANDS);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        MediaType form = form(request);
        boolean csv = form.isCompatibleWith(MediaType.valueOf(CSV));
        Lines lines = new Lines(
                new PatientBody(request.getInputStream(), LONGEST_SILENCE, System::nanoTime),
                csv,
                Importing.MOST_LINES);
        LineReader reader = csv ? csv(lines) : ndjson(lines);
        begin(response);
        try {
            importing.run(
                    new ImportKey(sender.identity(), sender.key(), locale),
                    lines,
                    reader,
                    new Answers(response.getOutputStream(), wantsLittle(request)));
        } catch (IOException gone) {
            LOG.debug("Nobody is left to answer: {}", gone.getClass().getName());
        }
    }

    private static MediaType form(HttpServletRequest request) {
        MediaType form = MediaType.parseMediaType(request.getContentType());
        Charset charset = form.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new ProblemException(HttpProblem.UNSUPPORTED_MEDIA_TYPE.saying("Stuur UTF-8.", "Send UTF-8."));
        }
        return form;
    }

    private LineReader ndjson(Lines lines) throws IOException {
        lines.await();
        return new NdjsonReader(commands, known);
    }

    private LineReader csv(Lines lines) throws IOException {
        return lines.next()
                .map(header -> switch (header) {
                    case Line.Whole whole -> new CsvReader(commands, LineReader.text(whole.bytes()));
                    case Line.TooLong tooLong -> throw new ProblemException(LineReader.tooLong());
                })
                .orElseThrow(() -> ProblemException.invalid(List.of(InputFault.REQUIRED.at("#"))));
    }

    /** From here on a problem can only be told in a line. */
    private static void begin(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(NDJSON);
        response.flushBuffer();
    }

    /** RFC 7240, 4.2. */
    private static boolean wantsLittle(HttpServletRequest request) {
        return "return=minimal".equals(request.getHeader("Prefer"));
    }
}
