package nl.leerspoor.query.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A subscription as its owner and operators see it. */
@Schema(name = "Subscription", description = "Iemand die gebeld wordt als er iets gepubliceerd wordt")
record SubscriptionAnswer(
        UUID id,

        @Schema(description = "Wie het abonnement nam", example = "koppeling-lvs")
        String owner,

        @Schema(
                description = "Waar gebeld wordt; een beheerder ziet alleen de machine",
                example = "https://koppeling.example.nl/leerspoor")
        String url,

        String description,

        @Schema(description = "Typen van gebeurtenissen; leeg voor alle, ook die er nog bij komen", nullable = true)
        Set<String> types,

        @Schema(description = "Arbeidsmarktregio's", example = "[\"AM05\"]")
        Set<String> regions,

        @Schema(description = "Het ene ding waar het over gaat", nullable = true)
        UUID subject,

        @Schema(
                description = "Of er gebeld wordt, en zo niet, waarom niet. Wat intussen gebeurt, volgt later.",
                example = "ACTIVE")
        Standing standing,

        @Schema(description = "Tot en met welke positie alles verteld is, op wat geparkeerd staat na", example = "1481")
        long position,

        @Schema(description = "Hoeveel posities er nog te bekijken zijn", example = "0")
        long behind,

        @Schema(description = "Dingen waarvan een bericht niet aankwam; hun latere berichten wachten", example = "0")
        int parked,

        @Schema(description = "Dingen daarvan die niet meer vanzelf opnieuw geprobeerd worden", example = "0")
        int deadLetters,

        @Schema(description = "Hoe vaak er per minuut gebeld mag worden; leeg als het niet uitmaakt", nullable = true)
        Integer perMinute,

        Instant madeAt,

        @Schema(description = "Wanneer de eigenaar voor het laatst liet zien deze rechten te hebben")
        Instant rightsShownAt,

        @Schema(description = "Wanneer er voor het laatst iets aankwam", nullable = true)
        Instant deliveredAt,

        @Schema(description = "Sinds wanneer niets aankomt", nullable = true)
        Instant failingSince,

        @Schema(description = "Tot wanneer de ontvanger met rust gelaten wil worden", nullable = true)
        Instant quietUntil,

        @Schema(description = "Sleutels die nu ondertekenen; niet in een lijst en niet voor beheerders")
        List<KeyAnswer> keys,

        @Schema(description = "Wie er wat mee deed, het laatste eerst; niet in een lijst")
        List<ChangeAnswer> changes) {

    /** A key that signs. */
    @Schema(name = "SubscriptionKey", description = "Een sleutel waarmee ondertekend wordt")
    record KeyAnswer(
            @Schema(description = "Om `v1a` mee na te gaan", example = "whpk_…")
            String publicKey,

            Instant madeAt,

            @Schema(description = "Tot wanneer hij mee ondertekent, als er een nieuwere is", nullable = true)
            Instant endsAt) {}

    /** Something that was done. */
    @Schema(name = "SubscriptionChange", description = "Iets wat er met een abonnement gedaan is")
    record ChangeAnswer(
            Instant at,
            @Schema(example = "koppeling-lvs") String by,

            @Schema(example = "MADE") String done,

            @Schema(description = "Meer daarover; meestal leeg")
            String detail) {}

    /** A new subscription, or one with a new key. */
    @Schema(name = "SubscriptionMade", description = "Een abonnement, met wat daarna niemand meer te zien krijgt")
    record Made(
            SubscriptionAnswer subscription,

            @Schema(
                    description = "Om `v1` mee na te gaan; alleen hier. Leeg als het abonnement er al was.",
                    example = "whsec_…",
                    nullable = true)
            String secret,

            @Schema(description = "Om `v1a` mee na te gaan", example = "whpk_…", nullable = true)
            String publicKey) {}

    /** A page of them. */
    @Schema(name = "Subscriptions", description = "Abonnementen")
    record Items(List<SubscriptionAnswer> items) {}

    static SubscriptionAnswer of(
            Subscription subscription,
            boolean own,
            long head,
            Parking.Counted parked,
            List<Keys.Shown> keys,
            List<Subscriptions.Change> changes) {
        return new SubscriptionAnswer(
                subscription.id(),
                subscription.owner(),
                own ? subscription.url() : origin(subscription.url()),
                subscription.description(),
                subscription.types().orElse(null),
                subscription.regions(),
                subscription.subject().orElse(null),
                subscription.standing(),
                subscription.position(),
                Math.max(0, head - subscription.position()),
                parked.parked(),
                parked.dead(),
                subscription.perMinute().isPresent() ? subscription.perMinute().getAsInt() : null,
                subscription.madeAt(),
                subscription.rightsShownAt(),
                subscription.deliveredAt(),
                subscription.failingSince(),
                subscription.quietUntil(),
                keys.stream()
                        .map(key -> new KeyAnswer(key.publicKey(), key.madeAt(), key.endsAt()))
                        .toList(),
                changes.stream()
                        .map(change -> new ChangeAnswer(change.at(), change.by(), change.done(), change.detail()))
                        .toList());
    }

    private static String origin(String url) {
        return url.replaceFirst("^(https?://[^/?]+).*$", "$1");
    }
}
