package nl.leerspoor.platform.personaldata;

import java.util.UUID;

/** Personal data of somebody who was erased may not be written any more, ever. */
public final class PersonErased extends RuntimeException {

    private final UUID person;

    PersonErased(UUID person) {
        super("Person " + person + " was erased");
        this.person = person;
    }

    public UUID person() {
        return person;
    }
}
