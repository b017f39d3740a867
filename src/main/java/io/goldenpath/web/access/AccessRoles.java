package io.goldenpath.web.access;

import io.goldenpath.settings.keys.access.AccessRole;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.settings.service.OidcClient;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** What who has signed in may do by the settings of now: who is removed there is out at once. */
@Component
record AccessRoles(CurrentSettings settings) {

  private static final String GROUPS = "groups";

  /** Of the request that this thread answers; empty for strangers. */
  Optional<AccessRole> current() {
    return of(SecurityContextHolder.getContext().getAuthentication());
  }

  Optional<AccessRole> of(@Nullable Authentication authentication) {
    AccessSettings access = settings.settings().access();
    return switch (authentication == null ? null : authentication.getPrincipal()) {
      case AuthenticatedUser known when access.users().contains(known.user()) ->
          Optional.of(known.user().role());
      case TokenHolder _ when access.token() != null -> Optional.of(AccessRole.OPERATOR);
      case OidcUser person when access.oidc() != null -> Optional.of(role(person, access.oidc()));
      case null, default -> Optional.empty();
    };
  }

  private static AccessRole role(OidcUser person, OidcClient client) {
    return Collections.disjoint(groups(person), client.operators())
        ? AccessRole.READER
        : AccessRole.OPERATOR;
  }

  /** Not every provider sends a list where there is one group. */
  private static List<?> groups(OidcUser person) {
    return switch (person.getClaims().get(GROUPS)) {
      case List<?> groups -> groups;
      case String group -> List.of(group);
      case null, default -> List.of();
    };
  }

  /** Whoever sent the token. */
  record TokenHolder() implements Principal {

    @Override
    public String getName() {
      return "the token";
    }
  }
}
