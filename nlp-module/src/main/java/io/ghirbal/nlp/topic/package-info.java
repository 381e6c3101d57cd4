/** Names the topics of an Arabic news article. */
@NullMarked
package io.ghirbal.nlp.topic;

import org.jspecify.annotations.NullMarked;
