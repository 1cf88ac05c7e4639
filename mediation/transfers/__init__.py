"""三调联动: cases offered to another organisation of the network or to a body outside, and what became of the offer;
and what is reported back to those who gave us a case."""
