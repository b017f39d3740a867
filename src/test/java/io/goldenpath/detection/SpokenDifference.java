package io.goldenpath.detection;

import io.goldenpath.demo.platform.DemoBehaviour;

/**
 * A fault of which a described dialect says nothing, over whichever framing.
 *
 * @param fault What the platform does.
 * @param reason Why the language has no word for it.
 */
record SpokenDifference(DemoBehaviour fault, String reason) {}
