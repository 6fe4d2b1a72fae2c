/**
 * The experiments measure and draw how concurrency affects downloads. {@code speed}, {@code load}, {@code compare} and
 * {@code race} are independent of each other and share {@code report}, {@code measure}, {@code chart} and
 * {@code statistics}. This package holds their common interface.
 */
package pokemon.experiment;
