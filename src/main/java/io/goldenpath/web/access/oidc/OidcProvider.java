package io.goldenpath.web.access.oidc;

import io.goldenpath.settings.service.OidcClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** What the provider says of itself; asked at the first log-in, so that a start needs none. */
public final class OidcProvider implements ClientRegistrationRepository {

  /** Its name in addresses. */
  public static final String ID = "oidc";

  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final String GROUPS = "groups";

  private final OidcClient client;
  private final InstantSource clock;
  private final Lock asking = new ReentrantLock();
  private volatile @Nullable ClientRegistration registration;
  private volatile Instant notBefore = Instant.MIN;

  public OidcProvider(OidcClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!id.equals(ID)) {
      return null;
    }
    ClientRegistration known = registration;
    return known == null ? ask() : known;
  }

  /** One at a time, and not again at once where there was no answer. */
  private ClientRegistration ask() {
    if (clock.instant().isBefore(notBefore) || !asking.tryLock()) {
      throw unreachable("no answer a moment ago", null);
    }
    try {
      ClientRegistration answer = described();
      registration = answer;
      return answer;
    } catch (RuntimeException failed) {
      notBefore = clock.instant().plus(PAUSE);
      throw unreachable(String.valueOf(failed.getMessage()), failed);
    } finally {
      asking.unlock();
    }
  }

  private ClientRegistration described() {
    ClientRegistration plain =
        ClientRegistrations.fromOidcIssuerLocation(client.issuer())
            .registrationId(ID)
            .clientId(client.id())
            .clientSecret(client.secret().reveal())
            .build();
    Map<String, Object> said = plain.getProviderDetails().getConfigurationMetadata();
    Set<String> scopes = new LinkedHashSet<>(List.of("openid", "profile"));
    if (said.get("scopes_supported") instanceof Collection<?> known && known.contains(GROUPS)) {
      scopes.add(GROUPS);
    }
    return ClientRegistration.withClientRegistration(plain).scope(scopes).build();
  }

  private OAuth2AuthenticationException unreachable(String why, @Nullable Throwable cause) {
    OAuth2Error error = new OAuth2Error("provider_unreachable", why, null);
    return new OAuth2AuthenticationException(error, client.issuer() + ": " + why, cause);
  }
}
