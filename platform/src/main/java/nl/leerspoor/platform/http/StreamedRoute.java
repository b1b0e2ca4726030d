package nl.leerspoor.platform.http;

/**
 * A route that reads its body as it comes in, under limits of its own in place of those that every other body has.
 *
 * @param path the exact address below the host
 */
public record StreamedRoute(String path) {}
