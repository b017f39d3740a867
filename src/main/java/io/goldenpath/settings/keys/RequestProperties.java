package io.goldenpath.settings.keys;

import io.goldenpath.model.target.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * One HTTP request, by one of five methods.
 *
 * @param line Its method and address.
 * @param headers Further headers.
 * @param json Body in JSON, as a map or as text.
 * @param form Body as a form's fields.
 * @param capture Values to take from the reply, by the name of their variable: a JSON pointer,
 *     header:NAME, cookie:NAME, regex:PATTERN, or header:NAME regex:PATTERN.
 * @param ok Condition in CEL that the reply must meet; without it, any status below 400 will do.
 * @param per In prepare alone: run, or question, for anew before each further socket.
 */
@ConfigurationPropertiesSource
public record RequestProperties(
    @Name(SameLevel.FIRST) @NestedConfigurationProperty LineProperties line,
    @DefaultValue Map<String, Secret> headers,
    @Nullable JsonTemplate json,
    @DefaultValue Map<String, Secret> form,
    @DefaultValue Map<String, String> capture,
    @Nullable String ok,
    @Nullable Repetition per) {

  /** How often a request of prepare is made. */
  public enum Repetition {
    RUN,
    QUESTION
  }

  public RequestProperties {
    line = WrittenOr.defaults(line, LineProperties.class);
  }

  /**
   * Method and address of a request.
   *
   * @param get Address of a GET, relative to the login's host.
   * @param post Address of a POST, relative to the login's host.
   * @param put Address of a PUT, relative to the login's host.
   * @param patch Address of a PATCH, relative to the login's host.
   * @param delete Address of a DELETE, relative to the login's host.
   */
  public record LineProperties(
      @Nullable Secret get,
      @Nullable Secret post,
      @Nullable Secret put,
      @Nullable Secret patch,
      @Nullable Secret delete) {

    /** Addresses by the method under which they are written. */
    public Map<String, Secret> addresses() {
      Map<String, @Nullable Secret> addresses = new LinkedHashMap<>();
      addresses.put("get", get);
      addresses.put("post", post);
      addresses.put("put", put);
      addresses.put("patch", patch);
      addresses.put("delete", delete);
      return UserProperties.written(addresses);
    }
  }
}
