package io.goldenpath.settings.dialect;

import io.goldenpath.settings.mistakes.SettingKey;

/** A variable, and the text that uses it. */
record VariableUse(SettingKey at, String name) {}
