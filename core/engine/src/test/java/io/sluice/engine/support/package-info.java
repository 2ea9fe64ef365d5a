/**
 * What the engine's tests share: small components that are easy to follow by hand, a store in
 * memory, and a study to be varied.
 */
package io.sluice.engine.support;
