package io.goldenpath.dialect.definition;

import io.goldenpath.framing.CloseCodes;
import io.goldenpath.model.target.Condition;
import org.jspecify.annotations.Nullable;

/**
 * How connections are opened, and what their ends mean.
 *
 * @param perQuestion Whether each question gets a connection of its own.
 * @param closeCodes Those of the platform, beside those of its framing.
 * @param refused When a refusal within the framing refuses the user; null for evidence alone.
 */
public record ConnectionRules(
    boolean perQuestion, CloseCodes closeCodes, @Nullable Condition refused) {

  public static final ConnectionRules DEFAULT = new ConnectionRules(false, CloseCodes.NONE, null);
}
