package io.goldenpath.settings.request;

import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Condition;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.RequestTemplate.Body;
import io.goldenpath.model.target.RequestTemplate.Expectation;
import io.goldenpath.model.target.RunHooks;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.condition.ConditionCompiler;
import io.goldenpath.settings.keys.RequestProperties;
import io.goldenpath.settings.keys.RequestProperties.Repetition;
import io.goldenpath.settings.mistakes.SettingKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP requests; a later one may use what an earlier one captured.
 *
 * @param host Relative addresses belong to it; null where there is none.
 */
public record RequestReader(KnownVariables variables, @Nullable URI host) {

  /** Relative addresses belong to the host of this login. */
  public static RequestReader beside(SettingKey at, @Nullable Secret login) {
    return new RequestReader(
        new KnownVariables(),
        login == null ? null : UrlChecker.check(at, login, "http").orElse(null));
  }

  public List<RequestTemplate> read(SettingKey at, List<RequestProperties> written) {
    return at.each(written, this::readOnce).stream().flatMap(Optional::stream).toList();
  }

  /** The calls before a run's socket. */
  public RunHooks prepare(SettingKey at, List<RequestProperties> written) {
    List<RequestTemplate> all = new ArrayList<>();
    Set<RequestTemplate> perQuestion = new HashSet<>();
    at.each(
        written,
        (key, request) -> {
          Optional<RequestTemplate> read = read(key, request);
          read.ifPresent(all::add);
          read.filter(_ -> request.per() == Repetition.QUESTION).ifPresent(perQuestion::add);
          return read;
        });
    return new RunHooks(all, perQuestion, List.of());
  }

  private Optional<RequestTemplate> readOnce(SettingKey at, RequestProperties written) {
    if (written.per() != null) {
      at.child("per").wrong("is known in prepare alone");
    }
    return read(at, written);
  }

  public RequestTemplate post(SettingKey at, Secret address) {
    return request("POST", url(at, address), Map.of(), new Body.Nothing(), Expectation.NONE);
  }

  public static RequestTemplate request(
      String method, Secret url, Map<String, Secret> headers, Body body, Expectation expectation) {
    String label = method + " " + path(url.reveal());
    return new RequestTemplate(label, method, url, headers, body, expectation);
  }

  /** Empty where it is wrong. */
  public Optional<RequestTemplate> read(SettingKey at, RequestProperties written) {
    Map<String, Secret> addresses = written.line().addresses();
    if (addresses.size() != 1) {
      return at.wrong("expected one of get, post, put, patch or delete, with its address");
    }
    Map.Entry<String, Secret> line = addresses.entrySet().iterator().next();
    String method = line.getKey();
    variables.checkHeaders(at.child("headers"), written.headers());
    return Optional.of(
        request(
            method.toUpperCase(Locale.ROOT),
            url(at.child(method), line.getValue()),
            written.headers(),
            body(at, method, written),
            expectation(at, written)));
  }

  /** An absolute address, with a mistake where it is none. */
  public Secret url(SettingKey at, Secret written) {
    variables.check(at, written);
    Secret whole = written.reveal().startsWith("/") ? absolute(at, written) : written;
    if (!whole.reveal().startsWith("{") && !whole.reveal().startsWith("/")) {
      UrlChecker.check(at, whole, "http");
    }
    return whole;
  }

  private Secret absolute(SettingKey at, Secret path) {
    if (host == null) {
      at.wrong("is relative to the host of login.url, which is missing");
      return path;
    }
    return Secret.of(host.getScheme() + "://" + host.getRawAuthority() + path.reveal());
  }

  private Body body(SettingKey at, String method, RequestProperties written) {
    boolean form = !written.form().isEmpty();
    if (written.json() != null && form) {
      at.wrong("has both json and form; expected one body");
    }
    if (method.equals("get") && (written.json() != null || form)) {
      at.wrong("a get sends no body; expected post, or no json and no form");
    }
    variables.check(at.child("form"), written.form());
    if (written.json() != null) {
      return new Body.Json(variables.json(at.child("json"), written.json()));
    }
    return form ? new Body.Form(written.form()) : new Body.Nothing();
  }

  private Expectation expectation(SettingKey at, RequestProperties written) {
    SettingKey key = at.child("capture");
    List<Capture> captures = new ArrayList<>();
    written
        .capture()
        .forEach((name, source) -> {
          CaptureReader.read(key.child(name), name, source).ifPresent(captures::add);
          variables.define(name);
        });
    Condition ok = ConditionCompiler.REPLY.compile(at.child("ok"), written.ok());
    return new Expectation(ok, captures);
  }

  /** The path alone: a query may hold a secret. */
  private static String path(String address) {
    String path = address.replaceFirst("^[a-z]+://[^/?#]*", "").split("[?#]", 2)[0];
    return path.isEmpty() ? "/" : path;
  }
}
