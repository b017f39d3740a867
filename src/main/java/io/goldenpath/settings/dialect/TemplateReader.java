package io.goldenpath.settings.dialect;

import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.framing.ValueFilter;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.JsonTemplate;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reads templates of messages, with their variables and filters. */
record TemplateReader(TemplateVariables variables) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String POINTER = "/";

  /** JSON, as a map or as text. */
  MessageTemplate json(SettingKey at, JsonTemplate written) {
    written.problem().ifPresent(at::wrong);
    return checked(at, MessageTemplate.json(Secret.of(written.template())));
  }

  /** JSON, or any text that does not begin as JSON does. */
  MessageTemplate message(SettingKey at, JsonTemplate written) {
    return isPlainText(written) ? text(at, Secret.of(written.template())) : json(at, written);
  }

  /** One value of JSON: a text that is no JSON is a string. */
  MessageTemplate value(SettingKey at, JsonTemplate written) {
    return isPlainText(written)
        ? json(at, JsonTemplate.of(JSON.writeValueAsString(written.template())))
        : json(at, written);
  }

  /** The members of a JSON list, with commas between them. */
  MessageTemplate members(SettingKey at, String list) {
    String text = list.strip();
    if (!text.startsWith("[") || !text.endsWith("]")) {
      at.wrong("expected a JSON list in one text, such as '[\"{text}\", 1]'");
      return MessageTemplate.json(Secret.of(""));
    }
    JsonTemplate.of(text).problem().ifPresent(at::wrong);
    return checked(at, MessageTemplate.json(Secret.of(text.substring(1, text.length() - 1))));
  }

  MessageTemplate text(SettingKey at, Secret written) {
    return checked(at, MessageTemplate.text(written));
  }

  Map<String, MessageTemplate> texts(SettingKey at, Map<String, Secret> written) {
    Map<String, MessageTemplate> read = new LinkedHashMap<>();
    written.forEach((name, text) -> read.put(name, text(at.child(name), text)));
    return read;
  }

  private MessageTemplate checked(SettingKey at, MessageTemplate template) {
    List<String> filters = Arrays.stream(ValueFilter.values()).map(ValueFilter::label).toList();
    template.filters().stream()
        .filter(name -> !ValueFilter.isKnown(name))
        .forEach(name -> at.unknown("filter", name, filters));
    variables.use(
        at, template.variables().stream().filter(name -> !name.startsWith(POINTER)).toList());
    return template;
  }

  private static boolean isPlainText(JsonTemplate written) {
    String text = written.template().strip();
    return written.isText()
        && written.problem().isPresent()
        && !(text.startsWith("{\"") || text.startsWith("[") || text.startsWith("\""));
  }
}
