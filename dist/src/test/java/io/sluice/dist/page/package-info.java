/**
 * Pages of documentation that are made from the components themselves. {@link
 * io.sluice.dist.page.ActivationPage} is the table of activations with a drawing of each; both are
 * texts that depend on the components alone, so a test can tell whether the kept ones are current.
 */
package io.sluice.dist.page;
