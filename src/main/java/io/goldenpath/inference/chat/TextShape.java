package io.goldenpath.inference.chat;

import java.util.regex.Pattern;

/** What a text looks like, where nothing says what it is. */
public final class TextShape {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:/-]{0,60}");
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");
  private static final Pattern RANDOM =
      Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])[A-Za-z0-9_-]{12,64}");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.~+/=:-]{20,}");
  private static final Pattern JWT =
      Pattern.compile("eyJ[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
  private static final Pattern SENSITIVE =
      Pattern.compile(
          "(?i).*(?:token|secret|passw|pwd|credential|ticket|csrf|xsrf|cookie|authorization|jwt"
              + "|api-?_?key|signature|bearer).*");
  private static final Pattern ID_KEY =
      Pattern.compile("(?:.*[a-z0-9_-])?(?:[iI]d|ID|[uU]uid|UUID|[nN]once|ref|key|Ref|Key)");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");

  private TextShape() {}

  /** A name of a program, such as {@code run.started}. */
  public static boolean isWord(String text) {
    return WORD.matcher(text).matches() && !isId(text);
  }

  public static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  /** Made by chance rather than chosen. */
  public static boolean isId(String text) {
    return isUuid(text) || (RANDOM.matcher(text).matches() && text.matches(".*\\d.*\\d.*\\d.*"));
  }

  public static boolean isJwt(String text) {
    return JWT.matcher(text).find();
  }

  /** Long and without blanks, as tokens are. */
  public static boolean isToken(String text) {
    return isJwt(text)
        || (TOKEN.matcher(text).matches() && (isId(text) || text.matches(".*\\d.*")));
  }

  public static boolean isTime(String text) {
    return TIME.matcher(text).matches();
  }

  /** A text that somebody wrote. */
  public static boolean isPhrase(String text) {
    return text.strip().chars().anyMatch(Character::isWhitespace);
  }

  /** Whether what has this name is to be kept secret. */
  public static boolean isSensitive(String name) {
    return SENSITIVE.matcher(name).matches();
  }

  /** Whether what has this name tells one thing from another. */
  public static boolean isIdKey(String name) {
    return ID_KEY.matcher(name).matches() && !isSensitive(name);
  }
}
