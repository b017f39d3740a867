package io.goldenpath.redaction;

import io.goldenpath.model.target.ProxyRules;
import io.goldenpath.model.target.ProxyServer;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.RunHooks;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.Template;
import io.goldenpath.model.target.User;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Redactor that takes secrets out of texts before anything is kept or shown: those that are known,
 * in every form in which they may come back, and whatever looks like one. One that knows many
 * secrets is shared by all that are made from it with {@link #with}.
 */
public final class Redactor {

  /** Stands where something was taken out. */
  public static final String MASK = "***";

  private static final Pattern SENSITIVE_NAME =
      Pattern.compile(
          "(?i)token|secret|passw|credential|ticket|code|key|csrf|xsrf|session|cookie|auth|jwt"
              + "|sign|state");

  /** The largest first, each more than the next. */
  private final List<SecretIndex> layers;

  private volatile @Nullable Extension last;

  private record Extension(Secret secret, Redactor redactor) {}

  private Redactor(List<SecretIndex> layers) {
    this.layers = layers;
  }

  public static Redactor of(Collection<Secret> secrets) {
    return new Redactor(List.of(new SecretIndex(secrets.stream().map(Secret::reveal).toList())));
  }

  /** Takes out a target's secrets: its users' credentials, and headers that hold some. */
  public static Redactor of(Target target) {
    Set<Secret> secrets = new LinkedHashSet<>();
    for (User user : target.users()) {
      secrets.addAll(user.secrets());
    }
    Stream.concat(
            requests(target).map(RequestTemplate::headers),
            Stream.of(target.access().socket().headers()))
        .flatMap(headers -> headers.entrySet().stream())
        .filter(header -> isSensitiveName(header.getKey()))
        .map(Map.Entry::getValue)
        .filter(value -> Template.of(value.reveal()).variables().isEmpty())
        .forEach(secrets::add);
    proxies(target).flatMap(Redactor::proxySecrets).forEach(secrets::add);
    return of(secrets);
  }

  private static Stream<ProxyServer> proxies(Target target) {
    ProxyRules rules = target.access().socketRoute().proxies();
    return Stream.of(Optional.ofNullable(rules.http()), Optional.ofNullable(rules.https()))
        .flatMap(Optional::stream);
  }

  /** The password alone and what is sent in its place: a user may have the name of anything. */
  private static Stream<Secret> proxySecrets(ProxyServer proxy) {
    return Stream.concat(proxy.password().stream(), proxy.authorization().stream());
  }

  private static Stream<RequestTemplate> requests(Target target) {
    RunHooks hooks = target.access().hooks();
    return Stream.of(target.access().login().requests(), hooks.prepare(), hooks.cleanup())
        .flatMap(List::stream);
  }

  /** The last that was made is remembered: runs of a user go on with the token of the last one. */
  public Redactor with(Secret secret) {
    Extension known = last;
    if (known == null || !known.secret().equals(secret)) {
      known = new Extension(secret, extended(secret.reveal()));
      last = known;
    }
    return known.redactor();
  }

  private Redactor extended(String text) {
    if (layers.stream().anyMatch(layer -> layer.contains(text))) {
      return this;
    }
    List<SecretIndex> more = new ArrayList<>(layers);
    SecretIndex top = new SecretIndex(List.of(text));
    while (!more.isEmpty() && more.getLast().size() <= top.size()) {
      top = more.removeLast().mergedWith(top);
    }
    more.add(top);
    return new Redactor(List.copyOf(more));
  }

  public static boolean isSensitiveName(String name) {
    return SENSITIVE_NAME.matcher(name).find();
  }

  public String redact(String text) {
    return SecretPatterns.mask(withoutCutSecrets(redactKnown(text)), MASK);
  }

  /** Takes out the known secrets alone: what looks like one may be a template. */
  public String redactKnown(String text) {
    BitSet hidden = new BitSet();
    char[] letters = text.toCharArray();
    for (SecretIndex layer : layers) {
      layer.find(letters, hidden);
    }
    return masked(text, hidden);
  }

  private static String masked(String text, BitSet hidden) {
    if (hidden.isEmpty()) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    int shown = 0;
    while (hidden.nextSetBit(shown) >= 0) {
      int from = hidden.nextSetBit(shown);
      clean.append(text, shown, from).append(MASK);
      shown = hidden.nextClearBit(from);
    }
    return clean.append(text, shown, text.length()).toString();
  }

  /** Where a text was cut, a secret may have been cut as well, and its beginning left. */
  private String withoutCutSecrets(String text) {
    String clean = text;
    int end = clean.length();
    while (end > 0) {
      int from = prefixStart(clean, end);
      if (from < end) {
        clean = clean.substring(0, from) + MASK + clean.substring(end);
      }
      end = clean.lastIndexOf('…', Math.min(from, end) - 1);
    }
    return clean;
  }

  private int prefixStart(String text, int end) {
    int from = end;
    for (SecretIndex layer : layers) {
      from = Math.min(from, layer.prefixStart(text, end));
    }
    return from;
  }
}
