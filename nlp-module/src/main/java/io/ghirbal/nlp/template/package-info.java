/** What an outlet puts round its articles, learned from how often it repeats; no I/O, no library. */
@NullMarked
package io.ghirbal.nlp.template;

import org.jspecify.annotations.NullMarked;
