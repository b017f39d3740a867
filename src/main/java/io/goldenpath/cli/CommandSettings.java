package io.goldenpath.cli;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Words of a command that are no options of its own. */
final class CommandSettings {

  /** A settings key has a dot; a word without one is a mistyped option of ours. */
  private static final Pattern SETTING = Pattern.compile("--[^=.]+\\.[^=]+=.*", Pattern.DOTALL);

  private CommandSettings() {}

  /** Only the key is repeated: its value may be a secret. */
  static void require(List<String> words, CommandSpec command) {
    for (String word : words) {
      if (!SETTING.matcher(word).matches()) {
        throw new ParameterException(
            command.commandLine(),
            "'%s' is no option of %s; expected one of its options, or a setting as --key=value"
                .formatted(word.replaceFirst("(?s)=.*", ""), command.name()));
      }
    }
  }
}
