/**
 * The experiments: what concurrency does to downloads, measured and drawn.
 *
 * <p>{@code speed}, {@code load}, {@code compare} and {@code race} stand side by side. They share {@code report},
 * {@code measure}, {@code chart} and {@code statistics}. This package holds what the command line sees of an
 * experiment.
 */
package pokemon.experiment;
