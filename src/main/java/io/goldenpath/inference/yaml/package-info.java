/** YAML with a comment on each line, as people write it. */
@NullMarked
package io.goldenpath.inference.yaml;

import org.jspecify.annotations.NullMarked;
