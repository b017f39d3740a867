package io.goldenpath.inference.live;

import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.inference.yaml.YamlMap;
import io.goldenpath.inference.yaml.YamlScalar;

/**
 * Two events between which something was open in all runs.
 *
 * @param key What both had in common.
 * @param count How many of them there were.
 */
record LivePair(String opens, String closes, EventPair.Key key, int count, boolean tool) {

  YamlMap yaml(String guess) {
    String why = guess + "each of %d had both, with this in common".formatted(count);
    return new YamlMap().put("opens", opens, "").put("closes", closes, "").raw("keys", keys(), why);
  }

  private String keys() {
    String opened = YamlScalar.quoted(key.opens());
    return key.opens().equals(key.closes())
        ? "[ " + opened + " ]"
        : "[ { opens: %s, closes: %s } ]".formatted(opened, YamlScalar.quoted(key.closes()));
  }
}
