package nl.leerspoor.platform.personaldata;

import java.sql.PreparedStatement;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes the keys of people, as the only login that may. */
public final class KeyKeeping {

    private final DataSource login;

    public KeyKeeping(DataSource login) {
        this.login = login;
    }

    /**
     * Has a person have a key, or what is left of one, and is committed when it returns, whatever becomes of the
     * transaction at hand. Where one is there or was there, it stays; so the key that was given here may be in vain, and
     * nothing may be sealed with it before it was read back.
     */
    void ensure(UUID person, WrappedKey key) {
        PersonKeys.alone(login, "made", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into keys.person_key(person_id, wrapped_key, wrapped_by) values (?, ?, ?)
                    on conflict (person_id) do nothing""")) {
                statement.setObject(1, person);
                statement.setBytes(2, key.bytes());
                statement.setString(3, key.by());
                return statement.executeUpdate();
            }
        });
    }
}
