package nl.leerspoor.query.webhook;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leerspoor.platform.http.Text;

/**
 * An address that may be called, as far as can be said without looking it up: whoever gives it could else have this
 * program reach what only it can reach (server-side request forgery, OWASP API7:2023). What the name leads to is checked
 * by {@link CheckedNames} at every connection.
 *
 * @param uri      with the host in ASCII and small letters
 * @param loopback whether it is this machine itself, for trials
 */
record TargetUrl(URI uri, boolean loopback) {

    /** What is wrong with an address. */
    enum Fault {
        NO_ADDRESS("Dit is geen volledig adres.", "This is not a complete address."),
        NOT_HTTPS("Alleen https kan.", "It has to be https."),
        PORT("Alleen poort 443 en 8443 kunnen.", "It has to be port 443 or 8443."),
        CREDENTIALS("Hier mag geen gebruiker of wachtwoord in staan.", "It may not hold a user or password."),
        FRAGMENT("Hier mag geen fragment in staan.", "It may not have a fragment."),
        NUMERIC_HOST("Noem een naam, geen IP-adres.", "It has to have a name, not an IP address."),
        HOST("Deze naam is niet openbaar.", "This name is not a public one.");

        private final Text text;

        Fault(String dutch, String english) {
            this.text = new Text(dutch, english);
        }

        Text text() {
            return text;
        }
    }

    /** What came of reading an address. */
    sealed interface Read {
        record Good(TargetUrl url) implements Read {}

        record Bad(Fault fault) implements Read {}
    }

    static final int LONGEST = 2_000;

    private static final int HTTPS = 443;
    private static final Set<Integer> PORTS = Set.of(443, 8443);
    private static final int LONGEST_HOST = 253;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> PRIVATE = List.of("local", "internal", "localhost", "home.arpa", "onion");

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*]|[^:]*)(?::(\\d{1,5}))?");

    /** What a resolver may take for a number: decimal, octal or hexadecimal (WHATWG URL, "ends in a number"). */
    private static final Pattern NUMBER = Pattern.compile("\\[.*|(.*\\.)?(\\d+|0x[0-9a-f]*)");

    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /**
     * Reads an address.
     *
     * @param allowLoopback whether http to this machine itself may be
     */
    static Read read(String text, boolean allowLoopback) {
        Optional<URI> parsed = uri(text);
        if (parsed.isEmpty()) {
            return new Read.Bad(Fault.NO_ADDRESS);
        }
        URI uri = parsed.get();
        if (uri.getRawAuthority().contains("@")) {
            return new Read.Bad(Fault.CREDENTIALS);
        }
        if (uri.getRawFragment() != null) {
            return new Read.Bad(Fault.FRAGMENT);
        }
        Matcher authority = AUTHORITY.matcher(uri.getRawAuthority());
        if (!authority.matches()) {
            return new Read.Bad(Fault.HOST);
        }
        String host = ascii(authority.group(1));
        int port = authority.group(2) == null ? -1 : Integer.parseInt(authority.group(2));
        if (allowLoopback && uri.getScheme().equalsIgnoreCase("http") && LOOPBACK.contains(host)) {
            return new Read.Good(new TargetUrl(rebuilt(uri, "http", host, port), true));
        }
        Fault fault = faultOfPublic(uri, host, port < 0 ? HTTPS : port);
        return fault == null
                ? new Read.Good(new TargetUrl(rebuilt(uri, "https", host, port), false))
                : new Read.Bad(fault);
    }

    /** What of it may stand in a log: the rest of an address may hold a secret of the receiver. */
    String origin() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static Fault faultOfPublic(URI uri, String host, int port) {
        if (!uri.getScheme().equalsIgnoreCase("https")) {
            return Fault.NOT_HTTPS;
        }
        if (!PORTS.contains(port)) {
            return Fault.PORT;
        }
        if (NUMBER.matcher(host).matches()) {
            return Fault.NUMERIC_HOST;
        }
        boolean named = host.length() <= LONGEST_HOST
                && NAME.matcher(host).matches()
                && PRIVATE.stream().noneMatch(end -> host.equals(end) || host.endsWith("." + end));
        return named ? null : Fault.HOST;
    }

    /** In small letters, with letters of other scripts as Punycode has them; what can't be a name is left as it is. */
    private static String ascii(String host) {
        String plain = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        try {
            return plain.startsWith("[") ? plain : IDN.toASCII(plain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException noName) {
            return plain;
        }
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(uri -> text.length() <= LONGEST
                            && uri.getScheme() != null
                            && uri.getRawAuthority() != null
                            && !uri.getRawAuthority().isEmpty());
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static URI rebuilt(URI uri, String scheme, String host, int port) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(scheme + "://" + host + (port < 0 ? "" : ":" + port) + path + query);
    }
}
