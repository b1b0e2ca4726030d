package nl.leerspoor.platform.identity;

import java.time.Instant;
import java.util.List;
import nl.leerspoor.platform.access.Identity;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who sends a request, as their token said; each of their roles is an authority. The token itself is not kept. */
final class KnownCaller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Identity identity;
    private final Instant expires;

    KnownCaller(Presented.Known known) {
        super(authorities(known.identity()));
        this.identity = known.identity();
        this.expires = known.expires();
        super.setAuthenticated(true);
    }

    @Override
    public Identity getPrincipal() {
        return identity;
    }

    /** Until when the token holds. */
    Instant expires() {
        return expires;
    }

    @Override
    public String getName() {
        return identity.subject();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    private static List<GrantedAuthority> authorities(Identity identity) {
        return identity.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
    }
}
