package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.condition.ConditionCompiler;
import io.goldenpath.settings.keys.RequestProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads HTTP requests; a later one may use what an earlier one captured. */
final class RequestReader {

  private final KnownVariables variables;
  private final @Nullable URI host;

  /** Relative addresses belong to {@code host}; null where there is none. */
  RequestReader(KnownVariables variables, @Nullable URI host) {
    this.variables = variables;
    this.host = host;
  }

  List<RequestTemplate> read(SettingKey at, List<RequestProperties> written) {
    return at.each(written, this::read).stream().flatMap(Optional::stream).toList();
  }

  Optional<RequestTemplate> post(SettingKey at, Secret address) {
    variables.check(at, address);
    return url(at, address)
        .map(to ->
            request(
                "POST",
                to,
                Map.of(),
                new RequestTemplate.Body.Nothing(),
                RequestTemplate.Expectation.NONE));
  }

  static RequestTemplate request(
      String method,
      Secret url,
      Map<String, Secret> headers,
      RequestTemplate.Body body,
      RequestTemplate.Expectation expectation) {
    String label = method + " " + path(url.reveal());
    return new RequestTemplate(label, method, url, headers, body, expectation);
  }

  private Optional<RequestTemplate> read(SettingKey at, RequestProperties written) {
    Map<String, Secret> addresses = written.line().addresses();
    if (addresses.size() != 1) {
      return at.wrong("expected one of get, post, put, patch or delete, with its address");
    }
    String method = addresses.keySet().iterator().next();
    SettingKey line = at.child(method);
    Secret address = addresses.values().iterator().next();
    variables.checkHeaders(at.child("headers"), written.headers());
    variables.check(line, address);
    Optional<Secret> url = url(line, address);
    RequestTemplate.Body body = body(at, method, written);
    RequestTemplate.Expectation expectation = expectation(at, written);
    return url.map(
        to -> request(method.toUpperCase(Locale.ROOT), to, written.headers(), body, expectation));
  }

  private Optional<Secret> url(SettingKey at, Secret written) {
    String text = written.reveal();
    if (text.startsWith("{")) {
      return Optional.of(written);
    }
    if (!text.startsWith("/")) {
      return UrlChecker.http(at, written).map(_ -> written);
    }
    if (host == null) {
      return at.wrong("is relative to the host of login.url, which is missing");
    }
    Secret whole = Secret.of(host.getScheme() + "://" + host.getRawAuthority() + text);
    return UrlChecker.http(at, whole).map(_ -> whole);
  }

  private RequestTemplate.Body body(SettingKey at, String method, RequestProperties written) {
    boolean form = !written.form().isEmpty();
    if (written.json() != null && form) {
      at.wrong("has both json and form; expected one body");
    }
    if (method.equals("get") && (written.json() != null || form)) {
      at.wrong("a get sends no body; expected post, or no json and no form");
    }
    variables.check(at.child("form"), written.form());
    if (written.json() != null) {
      return new RequestTemplate.Body.Json(variables.json(at.child("json"), written.json()));
    }
    return form
        ? new RequestTemplate.Body.Form(written.form())
        : new RequestTemplate.Body.Nothing();
  }

  private RequestTemplate.Expectation expectation(SettingKey at, RequestProperties written) {
    List<Capture> captures = new ArrayList<>();
    written
        .capture()
        .forEach((name, source) -> {
          CaptureReader.read(at.child("capture").child(name), name, source)
              .ifPresent(captures::add);
          variables.define(name);
        });
    return new RequestTemplate.Expectation(
        ConditionCompiler.ofReply().compile(at.child("ok"), written.ok()), captures);
  }

  /** The path alone: a query may hold a secret. */
  private static String path(String address) {
    String path = address.replaceFirst("^[a-z]+://[^/?#]*", "").split("[?#]", 2)[0];
    return path.isEmpty() ? "/" : path;
  }
}
