/** Statistics of repeated measurements: mean and spread, significance, confidence intervals. */
package pokemon.experiment.statistics;
