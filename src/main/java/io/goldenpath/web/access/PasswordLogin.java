package io.goldenpath.web.access;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.settings.service.AccessSettingsReader;
import io.goldenpath.settings.service.AccessUser;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Compares name and password with the users of the settings, in the same time for every name. */
record PasswordLogin(CurrentSettings settings, LoginAttempts attempts)
    implements AuthenticationProvider {

  private static final Logger logger = LoggerFactory.getLogger(PasswordLogin.class);
  private static final BCryptPasswordEncoder BCRYPT = new BCryptPasswordEncoder();

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication given) {
    AccessSettings access = settings.settings().access();
    Optional<AccessUser> known = access.user(given.getName());
    String name = known.map(AccessUser::name).orElse("");
    String address = address(given);
    attempts
        .begin(name, address)
        .ifPresent(wait -> {
          throw new TooManyAttemptsException(wait);
        });
    boolean matches =
        known
            .or(() -> access.users().stream().findFirst())
            .filter(user -> matches(user.password(), String.valueOf(given.getCredentials())))
            .isPresent();
    if (!matches || known.isEmpty()) {
      // a name that is unknown may be a password in the wrong field
      logger.info("Log-in as {} from {} refused", name.isEmpty() ? "somebody else" : name, address);
      throw new BadCredentialsException("wrong name or password");
    }
    attempts.succeeded(name, address);
    return UsernamePasswordAuthenticationToken.authenticated(
        new AuthenticatedUser(known.get()), null, List.of());
  }

  private static String address(Authentication given) {
    return given.getDetails() instanceof WebAuthenticationDetails details
            && details.getRemoteAddress() != null
        ? details.getRemoteAddress()
        : "";
  }

  private static boolean matches(Secret expected, String given) {
    String written = expected.reveal();
    if (written.startsWith(AccessSettingsReader.BCRYPT)) {
      return BCRYPT.matches(given, written.substring(AccessSettingsReader.BCRYPT.length()));
    }
    boolean plain = written.startsWith(AccessSettingsReader.NOOP);
    return Secret.of(plain ? written.substring(AccessSettingsReader.NOOP.length()) : written)
        .equals(Secret.of(given));
  }
}
